/**
 * One smoke run from plan to result.
 *
 * <p>Put here: the plan, and the only class that knows all stages. Not here: printing, exiting, YAML.
 */
@NullMarked
package dev.smokerunner.run;

import org.jspecify.annotations.NullMarked;
