package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several builds behind one address: the page's HTML names other files in other answers, and what one build names the other
 * does not have.
 */
public final class SeveralBuilds {
    private static final int MOST_LINES = 6;

    private static final Kind IN_TURN = Kind.alone("several-builds");

    private final PageObservation page;
    private final Map<Set<URI>, Integer> answers;

    private SeveralBuilds(PageObservation page, Map<Set<URI>, Integer> answers) {
        this.page = page;
        this.answers = answers;
    }

    /** The builds, where there are several; a release that is compared anyway says so for itself. */
    public static Optional<SeveralBuilds> of(PageObservation page) {
        Map<Set<URI>, Integer> answers = new LinkedHashMap<>();
        page.builds().forEach(named -> answers.merge(named, 1, Integer::sum));
        boolean isCompared = page.site().release().value().isPresent();
        return answers.size() < 2 || isCompared ? Optional.empty() : Optional.of(new SeveralBuilds(page, answers));
    }

    /** Whether it may be a file of one build that the other does not have. */
    private boolean isOfOneBuild(Detection other) {
        String subject = other.subject().text();
        return other.subject() instanceof Subject.Url
                && other.loses(Loss.SHOWN)
                && (own().anyMatch(url -> url.toString().equals(subject))
                        || FileName.ofAddress(subject).fingerprint().isPresent());
    }

    /** Whether a build answered, then another one, and then the first again. */
    private boolean isInTurn() {
        List<Set<URI>> seen = new ArrayList<>();
        for (Set<URI> named : page.builds()) {
            boolean isLast = !seen.isEmpty() && seen.get(seen.size() - 1).equals(named);
            if (!isLast && seen.contains(named)) {
                return true;
            }
            if (!isLast) {
                seen.add(named);
            }
        }
        return false;
    }

    Detection finding(String check) {
        List<String> lines = answers.entrySet().stream()
                .limit(MOST_LINES)
                .map(build -> build.getValue() + " of " + page.builds().size() + " answers name " + own(build.getKey()))
                .toList();
        String what = isInTurn()
                ? answers.size() + " builds answer in turn at this address"
                : "the page changed from one build to another while it was looked at";
        // What one of them lacks follows from it.
        return Detection.on(page.url(), check, IN_TURN.taking(this::isOfOneBuild), Severity.SEV2, page.url())
                .loses(Loss.CODE)
                .message(what + ": the page's answers contradict each other, and files of one build are missing in the"
                        + " other")
                .expected("one build in all answers")
                .actual(String.join("; ", lines))
                .hint(
                        isInTurn()
                                ? "the servers, containers or edges behind the address hold different builds: deploy one"
                                        + " and the same build to all of them, or let all serve the files of both"
                                : "look again when the deployment has ended; let the files of both builds be there"
                                        + " while it goes on")
                .reproduce(Reproduction.start(page.url()))
                .attempts(page.builds().size())
                .build();
    }

    /** What some builds name and others do not. */
    private Stream<URI> own() {
        return answers.keySet().stream().flatMap(Set::stream).distinct().filter(url -> !answers.keySet().stream()
                .allMatch(other -> other.contains(url)));
    }

    /** What only one build names. */
    private String own(Set<URI> named) {
        return own().filter(named::contains)
                .map(url -> Format.line(Locations.file(url), 100))
                .sorted()
                .limit(3)
                .collect(Collectors.joining(", "));
    }
}
