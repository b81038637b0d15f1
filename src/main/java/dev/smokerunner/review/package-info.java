/** The draft of a post-incident review, from what was recorded: each sentence has its source, and what nobody recorded is a blank. */
@NullMarked
package dev.smokerunner.review;

import org.jspecify.annotations.NullMarked;
