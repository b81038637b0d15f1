/**
 * How often a site is looked at, from where, and when it may be broken: as data, without a clock. Put here what the config says
 * about that; what is made of the rounds is in {@code incident}.
 */
@NullMarked
package dev.smokerunner.schedule;

import org.jspecify.annotations.NullMarked;
