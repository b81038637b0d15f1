/**
 * Processes of this machine, and folders that go with them.
 *
 * <p>Put here: what ends processes with all that they started. Not here: what a process is for.
 */
@NullMarked
package dev.smokerunner.process;

import org.jspecify.annotations.NullMarked;
