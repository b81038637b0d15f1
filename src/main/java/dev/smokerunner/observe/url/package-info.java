/**
 * URLs as browsers read them.
 *
 * <p>Put here: resolving, spelling, and which site a URL belongs to. Not here: asking for them. Uses OkHttp's URL class.
 */
@NullMarked
package dev.smokerunner.observe.url;

import org.jspecify.annotations.NullMarked;
