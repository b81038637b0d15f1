/**
 * Runs as tests of JUnit Jupiter, 5.10 or later: a test for each check on each page.
 *
 * <p>Put here: what needs JUnit, which nobody else's code loads. Not here: anything else.
 */
@NullMarked
package dev.smokerunner.api.junit;

import org.jspecify.annotations.NullMarked;
