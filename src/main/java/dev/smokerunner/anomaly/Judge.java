package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import dev.smokerunner.anomaly.Forecast.Trust;
import dev.smokerunner.anomaly.rule.Consensus;
import dev.smokerunner.anomaly.rule.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a series number by number, each by what came before it. Remembers what it needs of five weeks in about half a megabyte,
 * and takes some microseconds for a usual number. Not for several threads at once.
 */
public final class Judge {
    /** What lasts for longer, a day where there is a number a minute, comes again. */
    private static final int LONG = 1440;
    /** A release that is older has nothing to do with it. */
    private static final double LATELY = 2;

    private final Settings settings;
    private final Measure measure;
    private final Recent recent;
    private final Forecast forecast;
    private final Search search;
    private final Optional<Shortfall> shortfall;
    private final Steps steps;
    private final Drift drift;
    private final Silence silence = new Silence();
    private final Stuck stuck = new Stuck();
    private final Confirmation confirmation;
    private Optional<Release> cause = Optional.empty();

    /** A judge who has seen nothing. */
    public Judge(Settings settings) {
        this.settings = settings;
        this.measure = settings.measure();
        this.recent = new Recent(measure);
        this.forecast = new Forecast(measure, settings.clock(), recent);
        this.search = new Search(measure, recent, settings.leastChange());
        this.shortfall = measure == Measure.COUNTS
                ? Optional.of(new Shortfall(recent, settings.leastChange()))
                : Optional.empty();
        this.steps = new Steps(measure, recent, settings.leastChange(), shortfall);
        this.drift = new Drift(measure, recent, settings.leastChange());
        this.confirmation = new Confirmation(settings);
    }

    /** Takes note of a release: what is other after it is told as its doing. */
    public void release(Release release) {
        steps.add(release);
    }

    /** Judges the next number. */
    public Judgement judge(Point point) {
        return judge(point, false);
    }

    /**
     * Judges the next number.
     *
     * @param point not before the last one
     * @param withVotes whether everybody votes on it, also where it is as expected; that takes a hundred times as long
     */
    public Judgement judge(Point point, boolean withVotes) {
        long minute = settings.clock().minute(point.at());
        double value = measure.learnt(point.value());
        Optional<Forecast.Outlook> outlook = forecast.at(minute);
        if (outlook.isEmpty()) {
            forecast.learnFirst(minute, value);
            recent.add(Hours.of(point.at()), value, new Forecast.Outlook(value, Expected.of(value), 0), value);
            return of(point, Optional.empty(), Outcome.UNKNOWN, List.of());
        }
        recent.add(
                Hours.of(point.at()),
                value,
                outlook.get(),
                forecast.rest(minute, outlook.get().usual()));
        List<Vote> votes = new ArrayList<>();
        Optional<Departure> found = find(point, outlook.get(), votes);
        found.ifPresentOrElse(this::suspect, this::calm);
        forecast.learn(minute, value, outlook.get().usual(), trust());
        if (trust() == Trust.FULL && !forecast.isOtherDay()) {
            search.learn();
            shortfall.ifPresent(Shortfall::learn);
        }
        if (withVotes && votes.isEmpty()) {
            Consensus consensus = search.votes(1);
            votes.addAll(consensus.votes());
            if (consensus.isDivided()) {
                votes.add(search.secondOpinion(1));
            }
        }
        return of(point, Optional.of(told(outlook.get().expected())), outcome(), votes);
    }

    private Trust trust() {
        boolean isOneOfManyToCome = confirmation
                .suspected()
                .filter(found -> found.kind() == Kind.DRIFT || found.kind() == Kind.STEP)
                .isPresent();
        if (confirmation.suspected().isEmpty() || isOneOfManyToCome) {
            return Trust.FULL;
        }
        boolean comesAgain = !confirmation.isConfirmed() || confirmation.lasted() > LONG;
        return comesAgain ? Trust.DOUBTFUL : Trust.NONE;
    }

    private Expected told(Expected expected) {
        return new Expected(
                measure.told(expected.low()), measure.told(expected.typical()), measure.told(expected.high()));
    }

    private Optional<Departure> find(Point point, Forecast.Outlook outlook, List<Vote> votes) {
        Optional<Departure> plain = stopped(point, outlook.expected());
        if (plain.isPresent()) {
            return plain;
        }
        Optional<Departure> before = confirmation.suspected().filter(Departure::isOfWindows);
        if (before.isPresent() && confirmation.isConfirmed()) {
            return still(before.get());
        }
        Optional<Departure> step = steps.at(Hours.of(point.at()));
        if (steps.isNew()) {
            forecast.restart();
        }
        if (!search.isReady()) {
            return Optional.empty();
        }
        boolean isOtherDay = !outlook.isWeekly() || forecast.isOtherDay();
        return agreed(votes)
                .or(() -> outlook.isSettled() ? shortfall.flatMap(sums -> sums.find(isOtherDay)) : Optional.empty())
                .or(() -> step)
                .or(() -> drift.at(forecast.level(), isOtherDay));
    }

    /** What needs neither a window nor a vote: always the same number, or nothing at all. */
    private Optional<Departure> stopped(Point point, Expected expected) {
        int same = stuck.learn(point.value());
        if (measure != Measure.COUNTS) {
            return same > 0 ? Optional.of(drift.stuck(same)) : Optional.empty();
        }
        if (same > 0 && point.value() > 0) {
            return Optional.of(drift.stuck(same));
        }
        return silence.learn(point.value(), expected, search.spread(expected.typical()));
    }

    /** The furthest stretch on which enough agree; the votes on it, or else those on the furthest of all. */
    private Optional<Departure> agreed(List<Vote> votes) {
        for (Departure found : search.far(Integer.MAX_VALUE)) {
            List<Vote> own = new ArrayList<>();
            boolean isAgreed = isAgreed(found, own);
            if (isAgreed || votes.isEmpty()) {
                votes.clear();
                votes.addAll(own);
            }
            if (isAgreed) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private boolean isAgreed(Departure found, List<Vote> votes) {
        Consensus consensus = search.votes(found.points());
        votes.addAll(consensus.votes());
        return Search.isPlain(found)
                || consensus.isAgreed(() -> {
                    Vote second = search.secondOpinion(found.points());
                    votes.add(second);
                    return second;
                });
    }

    /** What was confirmed needs no vote to go on: the rules would get used to it. */
    private Optional<Departure> still(Departure before) {
        if (search.isOver(before)) {
            return Optional.empty();
        }
        return search.far(before.points()).stream().findFirst().or(() -> Optional.of(before));
    }

    private void suspect(Departure found) {
        if (confirmation.suspected().isEmpty()) {
            cause = steps.lastBefore(recent.lastHour(), LATELY);
        }
        cause = found.step().map(Step::release).or(() -> cause);
        confirmation.unusual(found);
    }

    private void calm() {
        if (confirmation.usual()) {
            boolean isOfWindows =
                    confirmation.suspected().filter(Departure::isOfWindows).isPresent();
            if (isOfWindows) {
                recent.forget(confirmation.reached());
            }
            confirmation.forget();
        }
    }

    private Outcome outcome() {
        Optional<Departure> departure = confirmation.suspected();
        if (departure.isEmpty()) {
            return search.isReady() ? Outcome.USUAL : Outcome.UNKNOWN;
        }
        return confirmation.isConfirmed() && departure.get().isBad() ? Outcome.ANOMALY : Outcome.UNUSUAL;
    }

    private Judgement of(Point point, Optional<Expected> expected, Outcome outcome, List<Vote> votes) {
        Optional<Departure> departure = confirmation.suspected();
        return new Judgement(
                point, expected, outcome, departure, departure.isPresent() ? cause : Optional.empty(), votes);
    }
}
