package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import java.util.HexFormat;
import java.util.Optional;

/** Tells a picture that came, and that the browser could not draw: it says nothing of that, and visitors see a gap. */
final class UndrawnPicture {
    private static final int START = 8;

    private UndrawnPicture() {}

    static Optional<Detection> of(String check, Kind kind, PageObservation page, ServedAsset served) {
        boolean isUndrawn = served.asset().role() == Role.IMAGE
                && served.type().startsWith("image/")
                && page.rendered()
                        .filter(shown -> shown.lostPictures()
                                .contains(served.asset().url().toString()))
                        .isPresent();
        if (!isUndrawn || served.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(served.asset()
                .badAnswer(check, kind)
                .message("", served.asset().title(), " cannot be drawn: visitors see a gap in its place")
                .trouble()
                .expected("a picture that the browser can draw")
                .actual(served.body().map(UndrawnPicture::start).orElse("bytes that the browser makes nothing of"))
                .hint("compare its bytes with the build's: an upload as text converts line ends within a picture;"
                        + " formats such as HEIC only few browsers draw")
                .reproduce(Reproduction.bytes(served.asset().url()))
                .build());
    }

    private static String start(Body body) {
        return "bytes that begin with " + HexFormat.ofDelimiter(" ").formatHex(body.start(START));
    }
}
