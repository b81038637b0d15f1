package dev.smokerunner.incident;

import dev.smokerunner.incident.IncidentEvent.Kind;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Enters one round into a book.
 *
 * <p>An inconclusive round says nothing of a cause, neither for nor against. A round in maintenance opens nothing, and what it
 * sees must be confirmed anew afterwards; that something is over counts in maintenance as well.
 */
final class RoundEntry {
    /** A page may have any number of things wrong with it; no reader follows more, and the memory is bounded. */
    private static final int MOST_CAUSES = 200;

    private static final Comparator<SeenCause> WORST_FIRST =
            Comparator.comparing(SeenCause::severity).thenComparing(SeenCause::fingerprint);

    private final Round round;
    private final IncidentRules rules;
    private final Map<String, TrackedCause> causes;
    private final List<Incident> open;
    private final List<IncidentEvent> events = new ArrayList<>();

    RoundEntry(IncidentBook before, Round round, IncidentRules rules) {
        this.round = round;
        this.rules = rules;
        this.causes = new LinkedHashMap<>(before.causes());
        this.open = new ArrayList<>(before.open());
    }

    IncidentBook.Entry made() {
        track();
        if (round.inMaintenance()) {
            causes.replaceAll((fingerprint, tracked) -> isOpen(fingerprint) ? tracked : tracked.unconfirmed());
        } else {
            confirm();
        }
        open.replaceAll(this::judgedAgain);
        open.removeIf(this::isOver);
        causes.values()
                .removeIf(tracked ->
                        tracked.isForgotten() && !isOpen(tracked.cause().fingerprint()));
        return new IncidentBook.Entry(new IncidentBook(causes, open), events);
    }

    private void track() {
        Map<String, SeenCause> seen = round.all()
                .collect(Collectors.toMap(
                        SeenCause::fingerprint, cause -> cause, (one, same) -> one, LinkedHashMap::new));
        causes.replaceAll((fingerprint, tracked) ->
                seen.containsKey(fingerprint) || !saysOf(tracked.cause()) ? tracked : tracked.notSeen(round));
        seen.forEach((fingerprint, cause) -> {
            if (causes.containsKey(fingerprint) || causes.size() < MOST_CAUSES) {
                causes.put(
                        fingerprint,
                        causes.getOrDefault(fingerprint, TrackedCause.of(cause, round.at()))
                                .seen(cause, round));
            }
        });
    }

    /** Whether the round could have seen it. */
    private boolean saysOf(SeenCause cause) {
        return cause.source() == round.source() && (cause.isUnknown() || round.isConclusive());
    }

    private void confirm() {
        List<TrackedCause> confirmed = causes.values().stream()
                .filter(tracked -> tracked.cause().source() == round.source())
                .filter(tracked -> !isOpen(tracked.cause().fingerprint()))
                .filter(tracked -> tracked.isConfirmed(rules, round.at()))
                .toList();
        confirmed.stream().filter(tracked -> tracked.cause().isUnknown()).forEach(unknown -> open(List.of(unknown)));
        List<TrackedCause> fresh = new ArrayList<>();
        confirmed.stream()
                .filter(tracked ->
                        !tracked.cause().isUnknown() && !tracked.cause().isAny())
                .forEach(tracked ->
                        incidentOf(tracked).ifPresentOrElse(at -> join(at, tracked), () -> fresh.add(tracked)));
        if (!fresh.isEmpty()) {
            open(fresh);
        } else if (round.verdict() == Verdict.FAIL
                && isAnyConfirmed(confirmed)
                && open.stream().allMatch(Incident::isUnknown)) {
            open(seenNow());
        }
    }

    private static boolean isAnyConfirmed(List<TrackedCause> confirmed) {
        return confirmed.stream().anyMatch(tracked -> tracked.cause().isAny());
    }

    /** All that a round sees where no cause lasts: what stands for all of them holds them together. */
    private List<TrackedCause> seenNow() {
        return causes.values().stream()
                .filter(TrackedCause::isSeenNow)
                .filter(tracked -> !tracked.cause().isUnknown())
                .toList();
    }

    /**
     * The open incident that a cause began with or goes on with, or that holds all causes together. What somebody else notices
     * while a site fails is taken for the same: the customers write, and the requests stop, because of what the check sees.
     */
    private Optional<Integer> incidentOf(TrackedCause tracked) {
        for (int at = 0; at < open.size(); at++) {
            Incident incident = open.get(at);
            boolean beganWithIt = !tracked.since().isAfter(incident.openedAt());
            boolean isNoticedByOthers = tracked(incident).stream()
                    .noneMatch(
                            other -> other.cause().source() == tracked.cause().source());
            if (!incident.isUnknown()
                    && (beganWithIt
                            || isNoticedByOthers
                            || goesOnWith(tracked, incident)
                            || incident.causes().contains(SeenCause.ANY))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a cause is what became of an incident's: one of its causes ended in the round in which this one began, so that no
     * round saw the site well. That is how a missing file becomes a missing folder, and the other way round. What is worse than all
     * that people were told opens an incident of its own: who acknowledged the lesser one would not hear of it.
     */
    private boolean goesOnWith(TrackedCause tracked, Incident incident) {
        return !tracked.cause().source().isSignal()
                && incident.severity().worseOf(tracked.cause().severity()) == incident.severity()
                && tracked(incident).stream().anyMatch(tracked::tookThePlaceOf);
    }

    private void join(int at, TrackedCause tracked) {
        Incident before = open.get(at);
        Incident joined = before.with(List.of(tracked.cause().fingerprint()))
                .withSeverity(before.severity().worseOf(tracked.cause().severity()));
        open.set(at, joined);
        events.add(new IncidentEvent(Kind.JOINED, round.source(), joined, round.at(), List.of(tracked.cause())));
    }

    private void open(List<TrackedCause> fresh) {
        List<SeenCause> worstFirst = fresh.stream()
                .map(TrackedCause::cause)
                .filter(cause -> !cause.isAny())
                .sorted(WORST_FIRST)
                .toList();
        boolean isFlapping = fresh.stream().anyMatch(TrackedCause::flapping);
        Incident incident = new Incident(
                        worstFirst.get(0).fingerprint(),
                        fresh.stream()
                                .map(TrackedCause::since)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        round.at(),
                        worstFirst.get(0).severity(),
                        worstFirst.stream().map(SeenCause::fingerprint).toList(),
                        isFlapping)
                .with(fresh.stream()
                        .map(tracked -> tracked.cause().fingerprint())
                        .toList());
        open.add(incident);
        events.add(new IncidentEvent(Kind.OPENED, round.source(), incident, round.at(), worstFirst));
    }

    /** An incident may get worse, and may come and go. */
    private Incident judgedAgain(Incident incident) {
        Severity worst = tracked(incident).stream()
                .filter(TrackedCause::isSeenNow)
                .map(tracked -> tracked.cause().severity())
                .reduce(incident.severity(), Severity::worseOf);
        Incident now = incident;
        if (worst != incident.severity()) {
            now = now.withSeverity(worst);
            tell(Kind.WORSENED, now);
        }
        boolean isFlapping = tracked(incident).stream().anyMatch(TrackedCause::flapping);
        if (isFlapping != incident.flapping()) {
            now = now.withFlapping(isFlapping);
            if (isFlapping) {
                tell(Kind.FLAPPING, now);
            }
        }
        return now;
    }

    private boolean isOver(Incident incident) {
        List<TrackedCause> all = tracked(incident);
        List<TrackedCause> prompt = all.stream()
                .filter(tracked -> !tracked.cause().source().isLate())
                .toList();
        boolean isOver =
                (prompt.isEmpty() ? all : prompt).stream().allMatch(tracked -> tracked.isOver(rules, round.at()));
        if (isOver && !mayGoOn(incident)) {
            tell(Kind.RESOLVED, incident);
            return true;
        }
        return false;
    }

    /** Whether something is seen that would go on with it if it were confirmed, which takes a round or more. */
    private boolean mayGoOn(Incident incident) {
        return causes.values().stream()
                .filter(TrackedCause::isSeenNow)
                .filter(tracked -> !tracked.cause().isAny() && !tracked.cause().isUnknown())
                .filter(tracked -> !isOpen(tracked.cause().fingerprint()))
                .anyMatch(tracked -> goesOnWith(tracked, incident));
    }

    private void tell(Kind kind, Incident incident) {
        events.add(new IncidentEvent(
                kind,
                round.source(),
                incident,
                round.at(),
                tracked(incident).stream()
                        .map(TrackedCause::cause)
                        .filter(cause -> !cause.isAny())
                        .sorted(WORST_FIRST)
                        .toList()));
    }

    private List<TrackedCause> tracked(Incident incident) {
        return incident.causes().stream()
                .flatMap(fingerprint -> Optional.ofNullable(causes.get(fingerprint)).stream())
                .toList();
    }

    private boolean isOpen(String fingerprint) {
        return open.stream().anyMatch(incident -> incident.causes().contains(fingerprint));
    }
}
