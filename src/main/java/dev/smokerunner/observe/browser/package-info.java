/**
 * Looks with a real browser, behind the one port {@code Browser}.
 *
 * <p>Put here: the port, and what holds for every browser: which one, started again, several of them. Not here: how one is
 * found and started ({@code local}), what one protocol says ({@code devtools}, {@code bidi}), what one browser's words mean
 * ({@code chromium}, {@code firefox}), how a page is waited for and recorded ({@code visit}); and nowhere: judging what was seen.
 */
@NullMarked
package dev.smokerunner.observe.browser;

import org.jspecify.annotations.NullMarked;
