/**
 * Makes a target reachable: a live URL as it is, a package by serving it on loopback.
 *
 * <p>Put here: what stands in for the bucket and its CDN. Not here: looking at what is served.
 */
@NullMarked
package dev.smokerunner.serving;

import org.jspecify.annotations.NullMarked;
