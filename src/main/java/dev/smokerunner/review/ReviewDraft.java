package dev.smokerunner.review;

import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.release.Release;
import dev.smokerunner.report.StoredResult;
import dev.smokerunner.review.Review.Commit;
import dev.smokerunner.review.Review.Given;
import dev.smokerunner.serving.PackageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts the review of an incident in Markdown. */
public final class ReviewDraft {
    /** Where no release before the bad one is recorded, the changes of a week may be in it. */
    private static final Duration LONGEST_BEFORE = Duration.ofDays(7);

    private final HistoryDatabase history;
    private final Instant now;
    private final List<String> problems = new ArrayList<>();

    /**
     * A drafter.
     *
     * @param history what a monitor remembers
     * @param now when it is drafted
     */
    public ReviewDraft(HistoryDatabase history, Instant now) {
        this.history = history;
        this.now = now;
    }

    /**
     * A draft, and what belongs to it.
     *
     * @param text the Markdown
     * @param pictures the screenshots that it shows, as PNG, by the path that it names
     */
    public record Written(String text, Map<String, byte[]> pictures) {}

    /**
     * Drafts one.
     *
     * @param site where the incident was
     * @param incident which
     * @param inputs what else is given
     * @param pictures the folder that it names for its pictures; absent where it shows none
     * @return the draft; absent where something that is given cannot be read, and {@link #problems} says what
     */
    public Optional<Written> of(
            SiteRecord site, IncidentSummary incident, ReviewInputs inputs, Optional<String> pictures) {
        Recording recording = new RecordingReader(history).of(site, incident, now);
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        pictures.ifPresent(
                folder -> recording.kept().forEach(kept -> kept.screenshot().ifPresent(png -> {
                    String file = folder + "/screenshot-" + (files.size() + 1) + ".png";
                    names.put(kept.round(), file);
                    files.put(file, png);
                })));
        ReviewTemplate template = template(inputs);
        Review review = new Review(
                recording,
                given(inputs),
                packages(inputs),
                dependencies(inputs),
                commits(inputs, recording),
                names,
                now);
        return problems.isEmpty() ? Optional.of(new Written(template.of(review), files)) : Optional.empty();
    }

    /** What could not be read, a sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private ReviewTemplate template(ReviewInputs inputs) {
        if (inputs.template().isEmpty()) {
            return ReviewTemplate.usual();
        }
        Path file = inputs.template().get();
        try {
            ReviewTemplate template = new ReviewTemplate(Files.readString(file, StandardCharsets.UTF_8));
            template.problems().forEach(problem -> problems.add("--template: " + file + ": " + problem));
            return template;
        } catch (IOException e) {
            problems.add("--template: expected Markdown in UTF-8, cannot read " + file + ": " + reason(e));
            return ReviewTemplate.usual();
        }
    }

    private List<Given> given(ReviewInputs inputs) {
        List<Given> given = new ArrayList<>();
        for (Path file : inputs.results()) {
            try {
                StoredResult.read(Files.readAllBytes(file), folder(file))
                        .forEach(result -> given.add(new Given(file, result)));
            } catch (IOException e) {
                problems.add("--result: cannot read " + file + ": " + reason(e));
            } catch (IllegalArgumentException e) {
                problems.add("--result: expected a result.json of smoke run in " + file + ", " + e.getMessage());
            }
        }
        return given;
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    private Optional<PackageDifference> packages(ReviewInputs inputs) {
        if (inputs.good().isPresent() != inputs.bad().isPresent()) {
            problems.add("--good, --bad: expected both or none: they are compared with each other");
        }
        if (inputs.good().isEmpty() || inputs.bad().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    PackageDifference.between(inputs.good().get(), inputs.bad().get()));
        } catch (PackageException e) {
            problems.add("--good, --bad: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<DependencyDifference> dependencies(ReviewInputs inputs) {
        if (inputs.goodSource().isPresent() != inputs.badSource().isPresent()) {
            problems.add(
                    "--good-source, --bad-source: expected both or none: their locks are compared with each other");
        }
        if (inputs.goodSource().isEmpty() || inputs.badSource().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DependencyDifference.between(
                    inputs.goodSource().get(), inputs.badSource().get()));
        } catch (PackagesException e) {
            problems.add("--good-source, --bad-source: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<Commit> commits(ReviewInputs inputs, Recording recording) {
        if (inputs.repository().isEmpty()) {
            return List.of();
        }
        Instant since = recording.incident().since();
        List<Instant> before = recording.releases().stream()
                .map(Release::at)
                .filter(at -> !at.isAfter(since))
                .toList();
        Instant from = before.size() > 1 ? before.get(before.size() - 2) : since.minus(LONGEST_BEFORE);
        try {
            return new GitLog(inputs.repository().get()).between(from, since);
        } catch (IOException e) {
            problems.add("--git: " + inputs.repository().get() + ": " + reason(e));
            return List.of();
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
