/**
 * Smoke Runner as a library: {@link dev.smokerunner.api.SmokeRunner} runs a {@link dev.smokerunner.api.Plan} and says what
 * {@code result.json} says, as a {@link dev.smokerunner.result.SmokeResult}.
 *
 * <p>This package, {@link dev.smokerunner.result} and the packages below this one are what programs may use and what stays; all
 * other packages are ours and change without notice. Nothing here prints, ends the process or keeps a browser. Put here: what
 * users of the library name in their code. Not here: what it does, which the packages below {@code run} do.
 */
@NullMarked
package dev.smokerunner.api;

import org.jspecify.annotations.NullMarked;
