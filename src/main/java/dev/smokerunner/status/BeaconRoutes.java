package dev.smokerunner.status;

import dev.smokerunner.traffic.Beacon;
import dev.smokerunner.traffic.Beacons;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What pages of watched sites ask, so that their visitors are counted. Pages of any host may ask it, whether this server needs a token
 * or not; it sets no cookie, and answers with nothing but a picture of one point.
 *
 * @param beacons counts them
 */
record BeaconRoutes(Beacons beacons) {
    private static final String GIF_PATH = "/beacon.gif";
    private static final String SCRIPT_PATH = "/beacon.js";

    /** What is open to everybody. */
    static final Set<String> PATHS = Set.of(GIF_PATH, SCRIPT_PATH);

    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static final byte[] SCRIPT = script();
    private static final int HOUR_IN_SECONDS = 3600;

    /** More than any path of a page that a config names. */
    private static final int LONGEST = 2_000;

    void add(RoutesConfig routes) {
        routes.get(GIF_PATH, this::beacon);
        routes.get(SCRIPT_PATH, context -> open(context, "public, max-age=" + HOUR_IN_SECONDS)
                .contentType("text/javascript; charset=utf-8")
                .result(SCRIPT));
    }

    private void beacon(Context context) {
        Beacon.Outcome outcome = beacons.take(new Beacon(
                parameter(context, "site"),
                parameter(context, "page"),
                parameter(context, "error"),
                Optional.ofNullable(context.userAgent()).orElse("")));
        open(context, "no-store");
        switch (outcome) {
            case COUNTED, ROBOT -> context.contentType("image/gif").result(GIF);
            case DROPPED -> context.status(HttpStatus.TOO_MANY_REQUESTS);
            case UNKNOWN_SITE ->
                context.status(HttpStatus.BAD_REQUEST)
                        .contentType("text/plain; charset=utf-8")
                        .result("No watched site of that name has traffic: {beacons: true}.\n");
            case UNCLEAR_SITE ->
                context.status(HttpStatus.BAD_REQUEST)
                        .contentType("text/plain; charset=utf-8")
                        .result(
                                "Several environments of that site have traffic: {beacons: true}; say NAME/ENVIRONMENT.\n");
        }
    }

    private static Context open(Context context, String caching) {
        return context.header("Cache-Control", caching)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String parameter(Context context, String name) {
        String text = Optional.ofNullable(context.queryParam(name)).orElse("");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static byte[] script() {
        try (InputStream in = BeaconRoutes.class.getResourceAsStream("/dev/smokerunner/status/beacon.js")) {
            if (in == null) {
                throw new IOException("beacon.js is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
