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

    /** What an address of a page means there; absent where it is no URL that can be compared. */
    public static Optional<URI> resolved(URI base, String address) {
        try {
            return Optional.of(base.resolve(new URI(address.strip())));
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }
}
