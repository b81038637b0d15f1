/**
 * Translates what Firefox says into facts.
 *
 * <p>Put here: every sentence, prefix and name of Firefox's that something is decided by. Not here: what follows from the
 * facts, and the protocol in which they come.
 *
 * <p>Each pattern was seen in Firefox 153 unless it says otherwise. Firefox is started in English, whatever the machine's
 * language: it says all this in the language of its windows.
 */
@NullMarked
package dev.smokerunner.observe.browser.firefox;

import org.jspecify.annotations.NullMarked;
