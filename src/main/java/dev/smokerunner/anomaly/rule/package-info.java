/**
 * The nine rules of Etsy's Skyline (MIT, 2015), mended, and their vote. Put here rules that look at plain numbers and say whether the
 * newest of them are unlike the others; what was expected of them, and what that means, is in {@code anomaly}.
 */
@NullMarked
package dev.smokerunner.anomaly.rule;

import org.jspecify.annotations.NullMarked;
