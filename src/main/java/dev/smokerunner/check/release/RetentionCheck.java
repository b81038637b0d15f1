package dev.smokerunner.check.release;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.UnwantedNames;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.PreviousSighting.Retained;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;

/** Finds assets of the release before that are gone: pages that were opened before the upload still ask for them. */
public record RetentionCheck() implements Check {
    private static final Kind GONE = Kind.alone("retained-gone");

    private static final int MOST_EVIDENCE = 10;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public boolean needsThePage() {
        return false;
    }

    @Override
    public boolean isAboutTheSite() {
        return true;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.site().previous(), previous -> judge(page, previous));
    }

    private Judgement judge(PageObservation page, PreviousSighting previous) {
        if (!previous.isLive()) {
            return Judgement.skipped(name(), "a package is not live yet");
        }
        List<Retained> wanted = previous.retained().stream()
                .filter(asset -> !UnwantedNames.isUnwanted(
                        String.valueOf(asset.answer().url().getRawPath())))
                .toList();
        List<Retained> gone = wanted.stream()
                .filter(asset -> !isThere(asset) && !asset.answer().isUnasked())
                .toList();
        long unasked =
                wanted.stream().filter(asset -> asset.answer().isUnasked()).count();
        if (gone.isEmpty() && unasked > 0) {
            return Judgement.errored(name(), Unasked.words(unasked, wanted.size()));
        }
        List<Detection> findings = gone.isEmpty() ? List.of() : List.of(finding(page, gone, wanted.size()));
        return Judgement.judged(name(), wanted.size(), findings);
    }

    private Detection finding(PageObservation page, List<Retained> gone, int of) {
        HttpAnswer first = gone.get(0).answer();
        DetectionBuilder finding = Detection.on(page.url(), name(), GONE, Severity.SEV3, first.url())
                .message(gone.size() + " of " + of + (of == 1 ? " asset" : " assets")
                        + " of the release before that the new one does not have " + (gone.size() == 1 ? "is" : "are")
                        + " gone: pages that are open since before still need them")
                .expected("200 with the type that it had")
                .actual(words(first))
                .evidence(gone.stream()
                        .skip(1)
                        .limit(MOST_EVIDENCE)
                        .map(asset -> asset.answer().url() + ": " + words(asset.answer()))
                        .toList())
                .hint(
                        "delete nothing when uploading; remove assets only some days after their pages, or by a lifecycle rule")
                .reproduce(Reproduction.headers(first.url()))
                .attempts(first.tries());
        return finding.build();
    }

    private static boolean isThere(Retained asset) {
        Role role = asset.role();
        boolean mayBeHtml = role == Role.DOCUMENT || role == Role.OTHER;
        return asset.answer().isOk()
                && (mayBeHtml
                        || asset.answer()
                                .response()
                                .map(HttpResponse::headers)
                                .filter(headers -> MediaTypes.isHtml(headers.mediaType()))
                                .isEmpty());
    }

    private static String words(HttpAnswer answer) {
        Optional<String> failure = answer.failure().map(Format::failure);
        return failure.or(() -> answer.response().map(r -> Format.status(r.status(), r.headers())))
                .orElse("");
    }
}
