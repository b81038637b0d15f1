/**
 * The command line: options, the application that they drive, exit codes.
 *
 * <p>Put here: one class per command. Not here: anything that an embedding program needs too.
 */
@NullMarked
package dev.smokerunner.cli;

import org.jspecify.annotations.NullMarked;
