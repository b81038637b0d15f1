/**
 * How build tools put the names of files together, decided once: what sees and what judges both go by it. It is pure, and
 * knows nothing of the rest.
 */
@NullMarked
package dev.smokerunner.filename;

import org.jspecify.annotations.NullMarked;
