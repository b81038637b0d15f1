/**
 * Browsers of this machine: finds them, starts them, and ends them with all that they started.
 *
 * <p>Put here: executables, processes and their directories. Not here: what is said to a browser once it runs.
 */
@NullMarked
package dev.smokerunner.observe.browser.local;

import org.jspecify.annotations.NullMarked;
