package dev.smokerunner.observation;

import java.net.URI;

/**
 * One hop on the way to an answer.
 *
 * @param from the URL that was asked for
 * @param status the status that sent us on
 * @param to where it sent us
 */
public record Redirect(URI from, int status, URI to) {}
