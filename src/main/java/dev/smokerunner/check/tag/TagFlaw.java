package dev.smokerunner.check.tag;

import dev.smokerunner.detection.Kind;

/**
 * What is wrong with a tag, before it is said which.
 *
 * @param kind what it is
 * @param what the end of a sentence that begins with the tag
 */
record TagFlaw(Kind kind, String what) {}
