package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One thing that is wrong. One cause is one finding, on however many pages and with however many symptoms.
 *
 * @param check the check that found it, e.g. {@code asset-status}
 * @param kind what was found, in kebab case, e.g. {@code asset-missing}; part of the contract
 * @param fingerprint the same for the same cause in every run: it holds no port, no hash of a file's name and no wording
 * @param impact the severity it has if customers are served this
 * @param pages the pages on which it was found, in the order of the plan; never empty
 * @param browsers the names of the browsers that saw it, where not all of the run did; empty where all did
 * @param subject what is wrong: a URL, a selector, a tag
 * @param message what is wrong, in a sentence for somebody who has never seen the page
 * @param expected what should be there; empty where the message says it all
 * @param actual what is there instead; empty where the message says it all
 * @param where where the subject is named, if it stands in a file
 * @param evidence what else was seen that follows from it or proves it, one line each
 * @param hint what to do about it, or what probably caused it
 * @param reproduce a command that shows it again without this tool
 * @param attempts how many times it was looked at before it was believed; at least 1
 * @param fault what it has in common with findings of the same check that have the same cause, e.g. a placeholder that was
 *     never filled in; empty where each stands for itself. Reports do not tell it
 * @param symptoms what is told as evidence of it and would be a finding without it. Reports tell the evidence
 * @param afterCauses whether it comes after the causes: it mostly follows from something, or nobody notices it
 */
public record Finding(
        String check,
        String kind,
        String fingerprint,
        Severity impact,
        List<URI> pages,
        List<String> browsers,
        String subject,
        String message,
        String expected,
        String actual,
        Optional<Location> where,
        List<String> evidence,
        Optional<String> hint,
        Optional<String> reproduce,
        int attempts,
        String fault,
        List<Symptom> symptoms,
        boolean afterCauses) {

    /** Copies the lists; rejects a finding without a page or an attempt. */
    public Finding {
        requireNonNull(check);
        requireNonNull(kind);
        requireNonNull(fingerprint);
        requireNonNull(impact);
        requireNonNull(subject);
        requireNonNull(message);
        requireNonNull(expected);
        requireNonNull(actual);
        requireNonNull(where);
        requireNonNull(hint);
        requireNonNull(reproduce);
        requireNonNull(fault);
        pages = List.copyOf(pages);
        browsers = List.copyOf(browsers);
        evidence = List.copyOf(evidence);
        symptoms = List.copyOf(symptoms);
        if (pages.isEmpty() || attempts < 1) {
            throw new IllegalArgumentException("a finding was made on a page, in at least one attempt");
        }
    }

    /** Starts a finding on one page. */
    public static FindingBuilder on(URI page, String check, Severity impact, String subject) {
        return new FindingBuilder(List.of(page), check, impact, subject);
    }

    /** Starts a copy of this finding. */
    public FindingBuilder toBuilder() {
        return new FindingBuilder(this);
    }

    /** The same as one of several browsers saw it. */
    Finding in(String browser) {
        List<String> names = List.of(browser);
        return toBuilder()
                .browsers(names)
                .symptoms(symptoms.stream().map(symptom -> symptom.in(names)).toList())
                .build();
    }

    /** A copy with each text mapped; check, kind and fingerprint are ours. */
    Finding mapTexts(UnaryOperator<String> operation) {
        TextMapping texts = new TextMapping(operation);
        return new Finding(
                check,
                kind,
                fingerprint,
                impact,
                texts.ofUrls(pages),
                texts.of(browsers),
                texts.of(subject),
                texts.of(message),
                texts.of(expected),
                texts.of(actual),
                where.map(location -> location.mapTexts(operation)),
                texts.of(evidence),
                texts.of(hint),
                texts.of(reproduce),
                attempts,
                texts.of(fault),
                symptoms.stream().map(symptom -> symptom.mapTexts(operation)).toList(),
                afterCauses);
    }
}
