package dev.smokerunner.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Cdn} behaves.
 *
 * @param origin where it gets what it does not have
 * @param pages how long it keeps pages; default two minutes
 * @param assets how long it keeps everything else; default a day
 * @param errors how long it keeps answers of 400 and above; default ten seconds
 * @param address of loopback that it listens on; default 127.0.0.1
 * @param fallsBack whether a page is the answer for whatever is missing, with 200; default no
 * @param compresses whether it delivers text as gzip to whoever takes it; default no
 * @param alteration what it does to the origin's bytes; default nothing
 */
public record CdnSetup(
        Place origin,
        Duration pages,
        Duration assets,
        Duration errors,
        String address,
        boolean fallsBack,
        boolean compresses,
        Optional<Alteration> alteration) {
    CdnSetup(Place origin) {
        this(
                origin,
                Duration.ofMinutes(2),
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                "127.0.0.1",
                false,
                false,
                Optional.empty());
    }

    /** Keeps pages so long. */
    public CdnSetup keepingPages(Duration time) {
        return new CdnSetup(origin, time, assets, errors, address, fallsBack, compresses, alteration);
    }

    /** Keeps everything but pages and errors so long. */
    public CdnSetup keepingAssets(Duration time) {
        return new CdnSetup(origin, pages, time, errors, address, fallsBack, compresses, alteration);
    }

    /** Keeps errors so long: negative caching. */
    public CdnSetup keepingErrors(Duration time) {
        return new CdnSetup(origin, pages, assets, time, address, fallsBack, compresses, alteration);
    }

    /** Listens on another address of loopback, as another edge. */
    public CdnSetup on(String otherAddress) {
        return new CdnSetup(origin, pages, assets, errors, otherAddress, fallsBack, compresses, alteration);
    }

    /** Answers with the page whatever is missing, as for single-page applications. */
    public CdnSetup fallingBackToThePage() {
        return new CdnSetup(origin, pages, assets, errors, address, true, compresses, alteration);
    }

    /** Compresses what the origin stores plain. */
    public CdnSetup compressing() {
        return new CdnSetup(origin, pages, assets, errors, address, fallsBack, true, alteration);
    }

    /** Changes the origin's bytes. */
    public CdnSetup altering(Alteration change) {
        return new CdnSetup(origin, pages, assets, errors, address, fallsBack, compresses, Optional.of(change));
    }

    /** Starts it; skips the test where the machine has no Varnish, and fails it there with {@code CI=true}. */
    public Cdn start() throws IOException {
        return Cdn.start(this);
    }

    /** The server that changes the bytes, between the cache and the origin; none where they are left alone. */
    Optional<Relay> optimiser() throws IOException {
        return alteration.isEmpty()
                ? Optional.empty()
                : Optional.of(Relay.start(path -> altered(path, origin.get(path), alteration.get())));
    }

    private static Answer altered(String path, Answer answer, Alteration alteration) {
        byte[] body = alteration.alter(path.replaceFirst("\\?.*", ""), answer.body());
        if (answer.status() != 200 || Arrays.equals(body, answer.body())) {
            return answer;
        }
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("etag");
        return new Answer(answer.status(), headers, body);
    }

    /** The configuration of Varnish, before an origin on this port. */
    String program(int port) throws IOException {
        try (InputStream template = CdnSetup.class.getResourceAsStream("/standin/cdn.vcl")) {
            if (template == null) {
                throw new IOException("standin/cdn.vcl is not among the resources of the tests");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PORT@", Integer.toString(port))
                    .replace("@PAGES@", Long.toString(pages.toSeconds()))
                    .replace("@ASSETS@", Long.toString(assets.toSeconds()))
                    .replace("@ERRORS@", Long.toString(errors.toSeconds()))
                    .replace("@FALLBACK@", fallsBack ? "yes" : "no")
                    .replace("@COMPRESS@", compresses ? "yes" : "no");
        }
    }
}
