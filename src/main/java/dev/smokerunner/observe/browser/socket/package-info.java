/**
 * How browsers' sockets are spoken to, whatever the protocol.
 *
 * <p>Put here: the client of loopback, whole messages of bounded length. Not here: what a message says.
 */
@NullMarked
package dev.smokerunner.observe.browser.socket;

import org.jspecify.annotations.NullMarked;
