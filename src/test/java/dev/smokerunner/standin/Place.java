package dev.smokerunner.standin;

import java.net.URI;
import java.net.http.HttpRequest;

/** Where visitors get pages from. */
public interface Place {
    /** Its address on loopback, with a slash at the end. */
    URI url();

    /**
     * What a visitor is answered.
     *
     * @param path from the root, such as {@code /js/app.js}
     */
    default Answer get(String path) {
        return Answer.to("GET", url().resolve(path));
    }

    /** What a visitor is answered who sends a header field. */
    default Answer get(String path, String header, String value) {
        return Answer.to(HttpRequest.newBuilder(url().resolve(path)).header(header, value));
    }
}
