/**
 * Turns a YAML file into plans, or into all the problems it has.
 *
 * <p>Put here: everything that knows YAML. Not here: options of the command line.
 */
@NullMarked
package dev.smokerunner.config;

import org.jspecify.annotations.NullMarked;
