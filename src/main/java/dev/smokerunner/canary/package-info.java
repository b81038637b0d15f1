/**
 * Builds a project with newer dependencies, looks at the page of each build, and finds the upgrade that breaks it.
 *
 * <p>Put here: what is tried when, and what follows from it. Not here: how the page is checked, which is what any run does.
 */
@NullMarked
package dev.smokerunner.canary;

import org.jspecify.annotations.NullMarked;
