/**
 * Reads what messages say in words that are the same in all browsers: addresses, and what the language's standard and the
 * libraries of pages call things.
 *
 * <p>Put here: words of no one browser. Not here: a browser's own sentences, which have a package for each browser.
 */
@NullMarked
package dev.smokerunner.observe.browser.wording;

import org.jspecify.annotations.NullMarked;
