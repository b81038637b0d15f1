/**
 * A looked-at page as its checks see it: its assets and how they were served, what the browser kept from it, the files of its
 * package.
 *
 * <p>Put here: what checks of more than one subject read of a page. Not here: what is wrong with it, and what only the checks
 * of one subject need.
 */
@NullMarked
package dev.smokerunner.check.view;

import org.jspecify.annotations.NullMarked;
