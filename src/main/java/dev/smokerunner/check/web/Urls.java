package dev.smokerunner.check.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads the URLs that findings name. */
public final class Urls {
    private Urls() {}

    /** The HTTP URL that a text is, if it is one. */
    public static Optional<URI> of(String text) {
        try {
            return Optional.of(new URI(text)).filter(Requests::isHttp);
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }
}
