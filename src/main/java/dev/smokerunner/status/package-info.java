/**
 * What a monitor shows over HTTP: pages for people, numbers and states for programs.
 *
 * <p>It reads the history and changes nothing in it, but for the releases that it is told of. What pages say is hostile: it goes
 * through {@code HtmlText} and is escaped by the templates. Not here: what the pages are made of ({@code html}).
 */
@NullMarked
package dev.smokerunner.status;

import org.jspecify.annotations.NullMarked;
