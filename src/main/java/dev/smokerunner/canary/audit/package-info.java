/**
 * Looks at how a project pins what it depends on, without a build.
 *
 * <p>Put here: what can be read from its files and its registry. Not here: what its builds make.
 */
@NullMarked
package dev.smokerunner.canary.audit;

import org.jspecify.annotations.NullMarked;
