package dev.smokerunner.detection;

import dev.smokerunner.detection.Sentences.Message;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a {@link Detection} together; what is not given is empty, and one attempt. */
public final class DetectionBuilder {
    private final URI page;
    private final String check;
    private final Kind kind;
    private final List<Quote> said = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private final Set<Loss> losses = EnumSet.noneOf(Loss.class);
    private final Set<Loss> misses = EnumSet.noneOf(Loss.class);
    private Subject subject;
    private Severity impact;
    private Optional<List<Object>> trouble = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private Optional<Location> where = Optional.empty();
    private Optional<BrowserMessage> error = Optional.empty();
    private Optional<Reproduction> reproduce = Optional.empty();
    private boolean isAbsent;
    private int attempts = 1;
    private Message message = new Message("", "", Optional.empty(), "");
    private String expected = "";
    private String actual = "";
    private Optional<String> hint = Optional.empty();

    DetectionBuilder(URI page, String check, Kind kind, Severity impact, Subject subject) {
        this.page = page;
        this.check = check;
        this.kind = kind;
        this.impact = impact;
        this.subject = subject;
    }

    DetectionBuilder(Detection other) {
        this(other.page(), other.check(), other.kind(), other.impact(), other.subject());
        trouble = other.trouble();
        fault = other.fault();
        where = other.where();
        error = other.error();
        reproduce = other.reproduce();
        isAbsent = other.isAbsent();
        attempts = other.attempts();
        losses.addAll(other.losses());
        misses.addAll(other.misses());
        said.addAll(other.said());
        message = other.sentences().message();
        expected = other.sentences().expected();
        actual = other.sentences().actual();
        hint = other.sentences().hint();
        evidence.addAll(other.sentences().evidence());
    }

    /** What is wrong, in a sentence for somebody who has never seen the page. */
    public DetectionBuilder message(String text) {
        message = new Message(text, "", Optional.empty(), "");
        return this;
    }

    /**
     * What is wrong, in a sentence that may be said of several things with the same trouble.
     *
     * @param topic what it is about
     * @param verb the topic's verb
     * @param rest what comes after, with the blank before it
     */
    public DetectionBuilder message(String topic, Verb verb, String rest) {
        message = new Message("", topic, Optional.of(verb), rest);
        return this;
    }

    /**
     * What is wrong, in a sentence whose topic is not its subject.
     *
     * @param lead what comes before the topic, with the blank after it
     * @param topic what it is about
     * @param rest what comes after, with the blank before it
     */
    public DetectionBuilder message(String lead, String topic, String rest) {
        message = new Message(lead, topic, Optional.empty(), rest);
        return this;
    }

    /** What should be there. */
    public DetectionBuilder expected(String text) {
        expected = text;
        return this;
    }

    /** What is there instead. */
    public DetectionBuilder actual(String text) {
        actual = text;
        return this;
    }

    /** Adds lines of evidence; a line that is already there is not repeated. */
    public DetectionBuilder evidence(List<String> lines) {
        lines.stream().filter(line -> !evidence.contains(line)).forEach(evidence::add);
        return this;
    }

    /** Adds lines of evidence that come after all others. */
    public DetectionBuilder lastly(List<String> lines) {
        last.addAll(lines);
        return this;
    }

    /** What to do about it, or what probably caused it. */
    public DetectionBuilder hint(String text) {
        hint = Optional.of(text);
        return this;
    }

    /** Where the subject is named. */
    public DetectionBuilder where(Location location) {
        where = Optional.of(location);
        return this;
    }

    /** Where the subject is named, if anywhere. */
    public DetectionBuilder where(Optional<Location> location) {
        where = location;
        return this;
    }

    /** How to show it again without this tool. */
    public DetectionBuilder reproduce(Reproduction way) {
        reproduce = Optional.of(way);
        return this;
    }

    /** The severity it has if customers are served this. */
    public DetectionBuilder impact(Severity severity) {
        impact = severity;
        return this;
    }

    /** How many times it was looked at before it was believed. */
    public DetectionBuilder attempts(int count) {
        attempts = count;
        return this;
    }

    /** What tells it apart from others of its kind; see {@link Detection#trouble}. */
    public DetectionBuilder trouble(Object... facts) {
        trouble = Optional.of(List.of(facts));
        return this;
    }

    /** What it has in common with findings that have the same cause. */
    public DetectionBuilder fault(String name) {
        fault = Optional.of(name);
        return this;
    }

    /** What the page is without because of it. */
    public DetectionBuilder loses(Loss... lost) {
        return loses(List.of(lost));
    }

    /** What the page is without because of it. */
    public DetectionBuilder loses(Collection<Loss> lost) {
        losses.addAll(lost);
        return this;
    }

    /** What it may follow from the loss of. */
    public DetectionBuilder misses(Collection<Loss> lost) {
        misses.addAll(lost);
        return this;
    }

    /** That the subject is not there, so that it may be there under another name. */
    public DetectionBuilder absent(boolean is) {
        isAbsent = is;
        return this;
    }

    /** The message that it is about. */
    public DetectionBuilder error(BrowserMessage thrown) {
        error = Optional.of(thrown);
        return this;
    }

    /** What the browser said of it, each on one line. */
    public DetectionBuilder said(Collection<Quote> lines) {
        said.addAll(lines);
        return this;
    }

    /** What was found. */
    public Detection build() {
        evidence(last);
        return new Detection(
                check,
                kind,
                impact,
                page,
                subject,
                trouble,
                fault,
                where,
                losses,
                misses,
                isAbsent,
                error,
                said,
                reproduce,
                attempts,
                new Sentences(message, expected, actual, evidence, hint));
    }
}
