/**
 * What people want to see of a history: questions to the database, and records of the answers; nothing here changes anything.
 * What a monitor writes down, and what it needs to know for that, is in {@code history}.
 */
@NullMarked
package dev.smokerunner.history.reading;

import org.jspecify.annotations.NullMarked;
