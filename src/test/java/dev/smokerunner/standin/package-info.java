/**
 * The real parts that a deployed page depends on, on loopback: an object store, what its buckets show to visitors, and a CDN;
 * and the Selenium Grid on whose machines it may be looked at.
 *
 * <p>Put here: servers that behave as the real ones do, and uploaders that behave as deployments do. Not here: what a test
 * expects of them.
 *
 * <pre>{@code
 * Bucket bucket = Bucket.create("web");
 * bucket.upload(release);
 * try (Cdn cdn = Cdn.before(bucket).keepingErrors(Duration.ofSeconds(1)).start()) {
 *     cdn.get("/index.html");
 *     cdn.purge("/index.html");
 * }
 * }</pre>
 */
@NullMarked
package dev.smokerunner.standin;

import org.jspecify.annotations.NullMarked;
