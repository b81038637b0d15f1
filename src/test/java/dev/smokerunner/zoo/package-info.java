/**
 * The deploy zoo: broken and benign deployments on small sites, each with what must be found in it.
 *
 * <p>The cases are data: {@code src/test/resources/zoo}, explained in its {@code README.md}.
 */
@NullMarked
package dev.smokerunner.zoo;

import org.jspecify.annotations.NullMarked;
