/** What a monitor remembers, in a database: rounds, incidents, messages, releases, runners. */
@NullMarked
package dev.smokerunner.history;

import org.jspecify.annotations.NullMarked;
