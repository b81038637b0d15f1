/** Watches sites: rounds on a schedule, what they mean, and what people are told of it. */
@NullMarked
package dev.smokerunner.monitor;

import org.jspecify.annotations.NullMarked;
