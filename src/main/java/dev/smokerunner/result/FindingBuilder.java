package dev.smokerunner.result;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a {@link Finding} together; what is not given is empty, and one attempt. */
public final class FindingBuilder {
    private final String check;
    private final String subject;
    private final List<String> evidence = new ArrayList<>();
    private List<URI> pages;
    private List<String> browsers = List.of();
    private Severity impact;
    private String message = "";
    private String expected = "";
    private String actual = "";
    private Optional<Location> where = Optional.empty();
    private Optional<String> hint = Optional.empty();
    private Optional<String> reproduce = Optional.empty();
    private int attempts = 1;
    private String fault = "";
    private List<Symptom> symptoms = List.of();
    private String kind = "";
    private String fingerprint = "";
    private boolean afterCauses;

    FindingBuilder(List<URI> pages, String check, Severity impact, String subject) {
        this.pages = pages;
        this.check = check;
        this.impact = impact;
        this.subject = subject;
    }

    FindingBuilder(Finding finding) {
        this(finding.pages(), finding.check(), finding.impact(), finding.subject());
        browsers = finding.browsers();
        message = finding.message();
        expected = finding.expected();
        actual = finding.actual();
        where = finding.where();
        hint = finding.hint();
        reproduce = finding.reproduce();
        attempts = finding.attempts();
        fault = finding.fault();
        symptoms = finding.symptoms();
        kind = finding.kind();
        fingerprint = finding.fingerprint();
        afterCauses = finding.afterCauses();
        evidence.addAll(finding.evidence());
    }

    /** What is wrong, in a sentence for somebody who has never seen the page. */
    public FindingBuilder message(String text) {
        message = text;
        return this;
    }

    /** What should be there. */
    public FindingBuilder expected(String text) {
        expected = text;
        return this;
    }

    /** What is there instead. */
    public FindingBuilder actual(String text) {
        actual = text;
        return this;
    }

    /** Where the subject is named. */
    public FindingBuilder where(Location location) {
        where = Optional.of(location);
        return this;
    }

    /** Where the subject is named, if anywhere. */
    public FindingBuilder where(Optional<Location> location) {
        where = location;
        return this;
    }

    /** Adds lines of evidence; a line that is already there is not repeated. */
    public FindingBuilder evidence(List<String> lines) {
        lines.stream().filter(line -> !evidence.contains(line)).forEach(evidence::add);
        return this;
    }

    /** What to do about it, or what probably caused it. */
    public FindingBuilder hint(String text) {
        hint = Optional.of(text);
        return this;
    }

    /** A command that shows it again without this tool. */
    public FindingBuilder reproduce(String command) {
        reproduce = Optional.of(command);
        return this;
    }

    /** What to do about it, if anything is known. */
    public FindingBuilder hint(Optional<String> text) {
        hint = text;
        return this;
    }

    /** A command that shows it again, if there is one. */
    public FindingBuilder reproduce(Optional<String> command) {
        reproduce = command;
        return this;
    }

    /** What was found, in kebab case. */
    public FindingBuilder kind(String name) {
        kind = name;
        return this;
    }

    /** What is the same for the same cause in every run. */
    public FindingBuilder fingerprint(String text) {
        fingerprint = text;
        return this;
    }

    /** Whether it comes after the causes. */
    public FindingBuilder afterCauses(boolean is) {
        afterCauses = is;
        return this;
    }

    /** The severity it has if customers are served this. */
    public FindingBuilder impact(Severity severity) {
        impact = severity;
        return this;
    }

    /** How many times it was looked at before it was believed. */
    public FindingBuilder attempts(int count) {
        attempts = count;
        return this;
    }

    /** What it has in common with findings that have the same cause. */
    public FindingBuilder fault(String kind) {
        fault = kind;
        return this;
    }

    /** The pages on which it was found. */
    public FindingBuilder pages(List<URI> urls) {
        pages = urls;
        return this;
    }

    /** What is told as evidence of it. */
    public FindingBuilder symptoms(List<Symptom> told) {
        symptoms = told;
        return this;
    }

    /** The lines of evidence instead of those that are there. */
    public FindingBuilder onlyEvidence(List<String> lines) {
        evidence.clear();
        return evidence(lines);
    }

    /** The browsers that saw it. */
    public FindingBuilder browsers(List<String> names) {
        browsers = names;
        return this;
    }

    /** The finding. */
    public Finding build() {
        return new Finding(
                check,
                kind,
                fingerprint,
                impact,
                pages,
                browsers,
                subject,
                message,
                expected,
                actual,
                where,
                evidence,
                hint,
                reproduce,
                attempts,
                fault,
                symptoms,
                afterCauses);
    }
}
