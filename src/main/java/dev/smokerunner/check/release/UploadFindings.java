package dev.smokerunner.check.release;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.UploadSighting;
import dev.smokerunner.observation.UploadSighting.Sample;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds how long pages pointed at what was not there while they were uploaded; a note, since it is over. */
final class UploadFindings {
    private static final Kind BROKEN = Kind.alone("upload-broke-site");

    private static final int MOST_EVIDENCE = 10;

    private UploadFindings() {}

    static List<Detection> of(PageObservation page, UploadSighting upload) {
        Map<URI, Duration> missing = missing(upload);
        if (missing.isEmpty()) {
            return List.of();
        }
        URI first = missing.keySet().iterator().next();
        boolean isOver = last(upload).missing().isEmpty();
        List<String> evidence = new ArrayList<>();
        missing.forEach((url, time) -> {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(url + " was missing for " + Format.duration(time));
            }
        });
        return List.of(Detection.on(page.url(), ReleaseCheck.NAME, BROKEN, Severity.SEV4, first)
                .message("for " + Format.duration(broken(upload)) + " of the upload the site was broken: "
                        + (missing.size() == 1 ? "1 address" : missing.size() + " addresses") + " did not answer"
                        + ", first " + Format.duration(start(upload)) + " after the watching began"
                        + (isOver ? "" : ", and still did not when the watching ended"))
                .expected("a page that points only at what is there, at every moment")
                .actual(broken(upload).toMillis() + " ms of " + upload.watched().toMillis() + " ms")
                .evidence(evidence)
                .hint("upload the assets first and the pages last, and delete nothing that the old pages need")
                .attempts(upload.samples().size())
                .build());
    }

    private static Map<URI, Duration> missing(UploadSighting upload) {
        Map<URI, Duration> missing = new LinkedHashMap<>();
        for (int i = 0; i < upload.samples().size(); i++) {
            Duration time = length(upload, i);
            upload.samples().get(i).missing().forEach(url -> missing.merge(url, time, Duration::plus));
        }
        return missing;
    }

    private static Duration broken(UploadSighting upload) {
        Duration broken = Duration.ZERO;
        for (int i = 0; i < upload.samples().size(); i++) {
            if (!upload.samples().get(i).missing().isEmpty()) {
                broken = broken.plus(length(upload, i));
            }
        }
        return broken;
    }

    /** When it was broken first. */
    private static Duration start(UploadSighting upload) {
        return upload.samples().stream()
                .filter(sample -> !sample.missing().isEmpty())
                .map(Sample::at)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** A look speaks for the time until the next one. */
    private static Duration length(UploadSighting upload, int index) {
        Duration end = index + 1 < upload.samples().size()
                ? upload.samples().get(index + 1).at()
                : upload.watched();
        return end.minus(upload.samples().get(index).at());
    }

    private static Sample last(UploadSighting upload) {
        return upload.samples().get(upload.samples().size() - 1);
    }
}
