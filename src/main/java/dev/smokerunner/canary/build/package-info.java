/**
 * Builds a project in a copy of it, so that nothing of it gets out: bounded in time, output and disk, and in a sandbox where
 * this machine has one.
 *
 * <p>Put here: folders, processes and their bounds. Not here: what is installed, and whether what was built works.
 */
@NullMarked
package dev.smokerunner.canary.build;

import org.jspecify.annotations.NullMarked;
