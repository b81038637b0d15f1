/**
 * From looks at a site to incidents, by rules alone: no clock, no database, nothing sent. What was seen of a site so far is its
 * {@link dev.smokerunner.incident.IncidentBook}; a round makes the next one of it, and says what happened.
 */
@NullMarked
package dev.smokerunner.incident;

import org.jspecify.annotations.NullMarked;
