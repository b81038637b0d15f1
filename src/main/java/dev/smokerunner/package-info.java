/**
 * A smoke-test runner for front-end deployments: see, then judge, then tell.
 *
 * <p>Put here: nothing; each concern has its package. Data flows {@code config -> run: target -> observe -> check ->
 * verdict -> report}.
 */
@NullMarked
package dev.smokerunner;

import org.jspecify.annotations.NullMarked;
