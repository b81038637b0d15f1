/** What README.md and docs say is so: their commands, configs, links and code. */
@NullMarked
package dev.smokerunner.documentation;

import org.jspecify.annotations.NullMarked;
