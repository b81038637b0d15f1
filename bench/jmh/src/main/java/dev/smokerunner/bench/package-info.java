/**
 * Benchmarks of the parts that a run spends its own time in.
 *
 * <p>Put here: what takes longer with a larger page. Not here: what waits for a network or a browser; {@code bench/speed}
 * times that. May use every package.
 */
package dev.smokerunner.bench;
