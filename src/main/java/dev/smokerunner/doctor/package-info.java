/**
 * Looks at the machine, and at the way from it to what is to be checked.
 *
 * <p>Put here: one class per examination and their one list. What an examination asks of the machine it asks through {@link
 * dev.smokerunner.doctor.Host}, so that tests need no machine. Not here: how it is told; how a browser, a driver or a URL is
 * found, which a run does too and which is done the same way.
 */
@NullMarked
package dev.smokerunner.doctor;

import org.jspecify.annotations.NullMarked;
