/**
 * What a project depends on: its manifest, its lock, how package managers move it, and what a registry tells of it.
 *
 * <p>Put here: npm, Yarn, pnpm and their files; it is they who resolve and install. Not here: which upgrade is tried when.
 */
@NullMarked
package dev.smokerunner.canary.packages;

import org.jspecify.annotations.NullMarked;
