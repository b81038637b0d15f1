/**
 * Waits for a release to arrive where its customers are served.
 *
 * <p>Put here: when to look again, when to believe it and when to give up, all on an injected clock. Not here: asking for
 * files, and what their answers mean.
 */
@NullMarked
package dev.smokerunner.run.arrival;

import org.jspecify.annotations.NullMarked;
