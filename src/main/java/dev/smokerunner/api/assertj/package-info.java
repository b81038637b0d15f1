/**
 * AssertJ's kind of assertions about results; what fails says what the console says.
 *
 * <p>Put here: what needs AssertJ, which nobody else's code loads. Not here: anything else.
 */
@NullMarked
package dev.smokerunner.api.assertj;

import org.jspecify.annotations.NullMarked;
