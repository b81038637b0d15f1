/**
 * Draws what was expected and what came: as two lines of text, as SVG, as PNG. Put here how judgements look; what they say is told in
 * {@code anomaly}.
 */
@NullMarked
package dev.smokerunner.anomaly.picture;

import org.jspecify.annotations.NullMarked;
