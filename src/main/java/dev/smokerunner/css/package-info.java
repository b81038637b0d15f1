/** The tokens of CSS, read once by its own rules: what sees and what judges both go by them. It is pure, and knows nothing of the rest. */
@NullMarked
package dev.smokerunner.css;

import org.jspecify.annotations.NullMarked;
