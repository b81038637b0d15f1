/**
 * Tells people and their tools what happened: one class for each channel. An alert is made of a result and of what happened to an
 * incident, and nothing else; whether it arrived is a {@link dev.smokerunner.alert.Delivery}, which says whether another try is
 * of use.
 */
@NullMarked
package dev.smokerunner.alert;

import org.jspecify.annotations.NullMarked;
