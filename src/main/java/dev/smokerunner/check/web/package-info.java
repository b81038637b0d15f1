/**
 * What the web fixes: requests and their failures, media types, caching, digests, hosts, messages of browsers.
 *
 * <p>Put here: what a standard, a browser or a CDN decides and several checks ask. Not here: findings.
 */
@NullMarked
package dev.smokerunner.check.web;

import org.jspecify.annotations.NullMarked;
