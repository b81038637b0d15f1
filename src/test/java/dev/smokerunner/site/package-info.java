/** Sites for tests: a directory of files, and a list of what goes wrong when they are asked for. */
@NullMarked
package dev.smokerunner.site;

import org.jspecify.annotations.NullMarked;
