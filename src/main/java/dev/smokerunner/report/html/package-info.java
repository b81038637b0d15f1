/**
 * What an HTML report shows, as texts and numbers, and the templates that write it.
 *
 * <p>Put here: records that the templates in {@code src/main/jte/report} read; their classes are generated into this package. Not
 * here: what becomes of a result, which is up to {@code report}; uses the JDK and the runtime of the templates only.
 */
@NullMarked
package dev.smokerunner.report.html;

import org.jspecify.annotations.NullMarked;
