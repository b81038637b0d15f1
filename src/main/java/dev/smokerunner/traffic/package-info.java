/**
 * What visitors do, counted: views and errors as their browsers say by a beacon, requests as access logs say. Numbers of the
 * minute go into the history. Nothing is kept of a visitor: no address, no cookie, no text. Not here: how logs are read
 * ({@code traffic.log}), the addresses that browsers ask ({@code status}).
 */
@NullMarked
package dev.smokerunner.traffic;

import org.jspecify.annotations.NullMarked;
