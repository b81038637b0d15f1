/**
 * What the status page shows, as texts and numbers, and the templates that write it.
 *
 * <p>Put here: records that the templates in {@code src/main/jte/status} read; their classes are generated into this package.
 * Not here: what becomes of a history, which is up to {@code status}.
 */
@NullMarked
package dev.smokerunner.status.html;

import org.jspecify.annotations.NullMarked;
