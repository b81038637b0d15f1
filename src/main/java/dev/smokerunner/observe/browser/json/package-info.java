/**
 * Messages of browsers' protocols: JSON objects of which any field may be missing.
 *
 * <p>Put here: reading and writing them. Not here: what one says.
 */
@NullMarked
package dev.smokerunner.observe.browser.json;

import org.jspecify.annotations.NullMarked;
