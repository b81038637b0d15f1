/**
 * Drafts the first config of a page from what was seen of it while it was healthy.
 *
 * <p>Put here: what is taken over into a config, and why; what is left out, and why. Not here: looking, YAML, files.
 */
@NullMarked
package dev.smokerunner.init;

import org.jspecify.annotations.NullMarked;
