/**
 * What a visitor brings to a page who is logged in, and how one logs in.
 *
 * <p>Put here: cookies, storage, the steps of a log-in and what came of them, in the words of no protocol. Not here: browsers,
 * and requests. Uses {@code secret} only.
 */
@NullMarked
package dev.smokerunner.observe.visitor;

import org.jspecify.annotations.NullMarked;
