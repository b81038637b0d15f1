/**
 * Judges script and style sheet tags.
 *
 * <p>Put here: a class for each way in which a tag is damaged, and the source cut into tags. Not here: what a tag
 * loads.
 */
@NullMarked
package dev.smokerunner.check.tag;

import org.jspecify.annotations.NullMarked;
