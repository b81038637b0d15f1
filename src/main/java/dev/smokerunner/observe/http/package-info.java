/**
 * Looks over plain HTTP.
 *
 * <p>Put here: requests, their limits and their failures in our words. Not here: parsing of what came back. Uses OkHttp.
 */
@NullMarked
package dev.smokerunner.observe.http;

import org.jspecify.annotations.NullMarked;
