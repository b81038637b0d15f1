package dev.smokerunner.check.packing;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Starts findings about the files of a package. */
final class PackageFindings {
    private static final int MOST_OTHERS = 10;

    private final PageObservation page;

    PackageFindings(PageObservation page) {
        this.page = page;
    }

    /** A finding about the first of these files, which lists the others as evidence. */
    DetectionBuilder about(Kind kind, List<String> keys, Severity impact) {
        String first = keys.get(0);
        List<String> others = keys.subList(1, Math.min(keys.size(), MOST_OTHERS + 1));
        DetectionBuilder finding = Detection.on(
                        page.url(), PackageCheck.NAME, kind, impact, new Subject.PackageFile(Format.line(first)))
                .loses(first.matches(".*\\.m?js") ? Set.of(Loss.CODE) : Set.of())
                .where(new Location(Format.line(first), 1, 1, ""))
                .evidence(others.stream().map(key -> "also " + Format.line(key)).toList())
                .reproduce(Reproduction.headers(url(first)));
        int unsaid = keys.size() - 1 - others.size();
        return unsaid > 0 ? finding.evidence(List.of("and " + unsaid + " more")) : finding;
    }

    /** The first of some files as the subject of a sentence, e.g. {@code a.js and 2 other files are}. */
    static String are(List<String> keys) {
        String first = Format.line(keys.get(0));
        return switch (keys.size()) {
            case 1 -> first + " is";
            case 2 -> first + " and 1 other file are";
            default -> first + " and " + (keys.size() - 1) + " other files are";
        };
    }

    /** Where a file is served. */
    URI url(String key) {
        String path = URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        return page.url().resolve("/" + path);
    }
}
