package dev.smokerunner.detection;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a check found on a page.
 *
 * @param check the check's name
 * @param kind what was found
 * @param impact the severity it has if customers are served this
 * @param page the page
 * @param subject what is wrong
 * @param trouble what tells it apart from others of its kind, e.g. a status: those that share it may be told as one, by what
 *     their subjects share; absent where each is told for itself
 * @param fault what tags or texts have in common that one wrong step of a build has mangled; absent where each stands for
 *     itself
 * @param where where the subject is named, if it stands in a file
 * @param losses what the page is without because of it
 * @param misses what it may follow from the loss of
 * @param isAbsent whether the subject is not there, so that it may be there under another name
 * @param error the message that it is about; absent for all but errors
 * @param said what the browser said of it, each on one line: a symptom of which it said the same is the same
 * @param reproduce how to show it again without this tool
 * @param attempts how many times it was looked at before it was believed; at least 1
 * @param sentences what the check says about it
 */
public record Detection(
        String check,
        Kind kind,
        Severity impact,
        URI page,
        Subject subject,
        Optional<List<Object>> trouble,
        Optional<String> fault,
        Optional<Location> where,
        Set<Loss> losses,
        Set<Loss> misses,
        boolean isAbsent,
        Optional<BrowserMessage> error,
        List<Quote> said,
        Optional<Reproduction> reproduce,
        int attempts,
        Sentences sentences) {

    /** Copies the collections. */
    public Detection {
        requireNonNull(check);
        requireNonNull(kind);
        requireNonNull(impact);
        requireNonNull(page);
        requireNonNull(subject);
        requireNonNull(where);
        requireNonNull(sentences);
        trouble = trouble.map(List::copyOf);
        losses = Set.copyOf(losses);
        misses = Set.copyOf(misses);
        said = List.copyOf(said);
        if (attempts < 1) {
            throw new IllegalArgumentException("something was found in at least one attempt, got " + attempts);
        }
    }

    /** Starts one. */
    public static DetectionBuilder on(URI page, String check, Kind kind, Severity impact, Subject subject) {
        return new DetectionBuilder(page, check, kind, impact, subject);
    }

    /** Starts one about something with a URL. */
    public static DetectionBuilder on(URI page, String check, Kind kind, Severity impact, URI subject) {
        return on(page, check, kind, impact, Subject.of(subject));
    }

    /** Starts a copy of this one. */
    public DetectionBuilder toBuilder() {
        return new DetectionBuilder(this);
    }

    /** The same with another impact. */
    public Detection withImpact(Severity other) {
        return toBuilder().impact(other).build();
    }

    /** Whether something is lost by it. */
    public boolean loses(Loss loss) {
        return losses.contains(loss);
    }
}
