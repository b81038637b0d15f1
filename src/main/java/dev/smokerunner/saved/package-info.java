/**
 * Keeps what a run saw in a folder, and reads it again: to judge it once more, also by another config, and to report how a page
 * looked that was judged wrongly.
 */
@NullMarked
package dev.smokerunner.saved;

import org.jspecify.annotations.NullMarked;
