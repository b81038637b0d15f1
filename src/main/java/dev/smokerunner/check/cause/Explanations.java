package dev.smokerunner.check.cause;

import dev.smokerunner.check.view.Namesakes;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the cause that explains what went wrong on a page. */
final class Explanations {
    /** What other sites owe explains what no cause of the page's own does. */
    private static final Set<Loss> OF_OTHERS = EnumSet.of(Loss.AWAITED_CODE, Loss.AWAITED_ANSWER);

    private final PageView view;
    private final PageObservation page;
    private final Overrides overrides;
    private final Definitions definitions;

    Explanations(PageView view, Overrides overrides) {
        this.view = view;
        this.page = view.observation();
        this.overrides = overrides;
        this.definitions = new Definitions(page);
    }

    /** The cause of an error or a delay: one that it names, else one that such errors follow from. */
    Optional<Cause> ofSymptom(Detection symptom, List<Cause> causes) {
        return ofNames(symptom, causes)
                // What misses a file never says which.
                .or(() -> first(causes, cause -> isOf(symptom, cause, Loss.WEB_ASSEMBLY)))
                .or(() -> first(causes, cause -> isOf(symptom, cause, Loss.START)))
                .or(() -> misses(symptom, Loss.CODE)
                        ? first(causes, cause -> isStrong(cause) && losesCode(cause))
                        : Optional.empty())
                .or(() -> first(causes, cause -> isStrong(cause) && any(cause, part -> isLostFont(symptom, part))))
                .or(() -> first(causes, cause -> isOf(symptom, cause, Loss.MARKUP)))
                .or(() -> first(causes, cause -> isOfOthers(symptom, cause)))
                .or(() -> first(causes, cause -> Mentions.isSaidAgain(symptom, cause.detection())))
                .or(() -> first(causes, cause -> Mentions.isGivenUp(symptom, cause.detection())))
                .or(() -> first(causes, cause -> isOf(symptom, cause, Loss.AWAITED_CODE)));
    }

    /** The cause whose file an error names; else the one where it is thrown, else the one whose call it is about. */
    private Optional<Cause> ofNames(Detection symptom, List<Cause> causes) {
        return first(
                        causes,
                        cause -> isStrong(cause)
                                && cause.same().stream().anyMatch(part -> Mentions.isNamed(symptom, part)))
                .or(() -> first(causes, cause -> isStrong(cause) && any(cause, part -> Mentions.isAt(symptom, part))))
                .or(() -> first(
                        causes,
                        cause -> isStrong(cause) && any(cause, part -> Mentions.isNamedByWorker(symptom, part))))
                .or(() -> first(causes, cause -> isStrong(cause) && any(cause, part -> isOfCall(symptom, part))));
    }

    /** Whether a symptom is what follows from a call that fails: it says so, or the script that made the call trips. */
    private boolean isOfCall(Detection symptom, Detection part) {
        boolean isCall = part.loses(Loss.ANSWER) || part.subject() instanceof Subject.Url url && isCalled(url);
        return isCall && (misses(symptom, Loss.ANSWER) || misses(symptom, Loss.CODE) && isCalledBy(symptom, part));
    }

    /** Whether a script had a font loaded, and it is one that does not come: the error names none. */
    private boolean isLostFont(Detection symptom, Detection part) {
        return misses(symptom, Loss.SHOWN)
                && part.subject() instanceof Subject.Url url
                && page.requestsFor(url.url()).stream()
                        .anyMatch(request -> request.kind() == BrowserRequest.Kind.FONT && !request.isOk());
    }

    private boolean isCalled(Subject.Url subject) {
        return page.requestsFor(subject.url()).stream()
                .anyMatch(request -> request.kind() == BrowserRequest.Kind.CALL && !request.isOk());
    }

    /**
     * What may have led to an error: a call of the same script that failed, the scripts within the page that did not run, or
     * the exception before one that sounds as if the rest of a script were missing.
     */
    Optional<Cause> ofLaterError(Detection symptom, List<Cause> causes) {
        return first(causes, cause -> isStrong(cause) && isOfCaller(symptom, cause))
                .or(() -> first(causes, cause -> isStrong(cause) && isOf(symptom, cause, Loss.PAGE_CODE)))
                .or(() -> misses(symptom, Loss.REST_OF_SCRIPT)
                        ? first(
                                causes,
                                cause -> isStrong(cause) && cause.detection().loses(Loss.REST_OF_SCRIPT))
                        : Optional.empty());
    }

    /** The cause of something that is not on the page: a script that does not run, a call that fails, an exception. */
    Optional<Cause> ofLack(Detection lack, List<Cause> causes) {
        return causes.stream()
                .filter(cause -> cause.impact().isAtLeast(Severity.SEV3)
                        || cause.detection().loses(Loss.EVALUATED_CODE)
                        || overrides.settle(cause.detection()))
                .filter(cause -> cause.chain().stream().anyMatch(part -> part.losses().stream()
                        .anyMatch(loss -> !OF_OTHERS.contains(loss) && misses(lack, loss))))
                .min(Comparator.comparing((Cause cause) -> !losesCode(cause)).thenComparing(Cause::impact))
                .or(() -> first(causes, cause -> isOf(lack, cause, Loss.AWAITED_CODE)))
                .or(() -> first(causes, cause -> isOf(lack, cause, Loss.AWAITED_ANSWER)));
    }

    /** The nearest there is to a cause, for what no cause of the page's own explains. */
    Optional<Advice> advice(Detection symptom) {
        if (!symptom.impact().isAtLeast(Severity.SEV3)) {
            return Optional.empty();
        }
        boolean mayLackCode = !isThrown(symptom) || misses(symptom, Loss.CODE) || misses(symptom, Loss.ANSWER);
        return symptom.error()
                .<Advice>flatMap(error -> definitions.of(error, file(symptom)))
                .or(() -> symptom.error()
                        .flatMap(error -> Namesakes.of(view, error))
                        .map(Advice.NotLoaded::new))
                .or(() -> symptom.error().flatMap(error -> KnownMistakes.of(page, error)))
                .or(() -> mayLackCode ? ThirdPartyFailure.of(page, symptom) : Optional.empty());
    }

    /** What came in the end explains no failure, unless the config made little of a real cause. */
    private boolean isStrong(Cause cause) {
        return cause.impact().isAtLeast(Severity.SEV3)
                || cause.detection().kind().explainsEvenIfMild()
                || overrides.settle(cause.detection());
    }

    private static boolean losesCode(Cause cause) {
        return any(cause, part -> part.loses(Loss.CODE) || part.loses(Loss.START));
    }

    private static boolean misses(Detection symptom, Loss loss) {
        return symptom.misses().contains(loss);
    }

    private static boolean isOf(Detection symptom, Cause cause, Loss loss) {
        return misses(symptom, loss) && any(cause, part -> part.loses(loss));
    }

    /** Whether it is thrown by the script whose call failed: what it says of it rarely names the address. */
    private boolean isOfCaller(Detection symptom, Cause cause) {
        return isThrown(symptom) && any(cause, part -> isFailedCallOf(symptom, part));
    }

    private boolean isFailedCallOf(Detection error, Detection part) {
        return isCalledBy(error, part) || error.impact().isAtLeast(Severity.SEV3) && isFetchedEarly(part);
    }

    /** Whether the script where an error is said made a call that failed. */
    private boolean isCalledBy(Detection error, Detection part) {
        return part.subject() instanceof Subject.Url url
                && page.requestsFor(url.url()).stream()
                        .filter(request -> request.kind() == BrowserRequest.Kind.CALL && !request.isOk())
                        .flatMap(request -> request.initiator().stream())
                        .anyMatch(by -> by.replaceFirst(":\\d+$", "").equals(file(error)));
    }

    /** Whether the HTML has it fetched for a script: then the script's own call is answered by that, and not to be seen. */
    private boolean isFetchedEarly(Detection found) {
        return page.references().stream()
                .filter(reference -> reference
                        .url()
                        .filter(url -> found.subject().isUrl(url.toString()))
                        .isPresent())
                .flatMap(reference -> Locations.element(page, reference).stream())
                .flatMap(element -> element.attribute("as").stream())
                .anyMatch("fetch"::equalsIgnoreCase);
    }

    /** Whether the words of an error that does no harm are about another site that fails. */
    private static boolean isOfOthers(Detection symptom, Cause cause) {
        return cause.detection().subject() instanceof Subject.Host host
                && !symptom.impact().isAtLeast(Severity.SEV3)
                && symptom.error()
                        .filter(error -> error.named().mention(host.text()))
                        .isPresent();
    }

    private static boolean isThrown(Detection found) {
        return found.error().filter(error -> error.source() == Source.EXCEPTION).isPresent();
    }

    private static String file(Detection symptom) {
        return symptom.subject() instanceof Subject.Code code
                ? code.file()
                : symptom.subject().text();
    }

    private static boolean any(Cause cause, Predicate<Detection> which) {
        return cause.same().stream().anyMatch(which);
    }

    private static Optional<Cause> first(List<Cause> causes, Predicate<Cause> which) {
        return causes.stream().filter(which).findFirst();
    }
}
