/**
 * Keeps what a run saw in a folder, and reads it again: to judge it once more, also by another config, and to report how a page
 * looked that was judged wrongly.
 */
package dev.smokerunner.saved;
