/** What the addresses and ports of machines are. It is pure: it asks no name server, and knows nothing of the rest. */
@NullMarked
package dev.smokerunner.network;

import org.jspecify.annotations.NullMarked;
