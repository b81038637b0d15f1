package dev.smokerunner.review;

import dev.smokerunner.report.MarkdownText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of a review and its words around the sections: Markdown in which {@code {{timeline}}} stands for a section.
 *
 * @param text the Markdown
 */
record ReviewTemplate(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{ *([a-z-]*) *}}");

    private static final List<Section> SECTIONS = List.of(
            new SummarySection(),
            new SeveritySection(),
            new TimelineSection(),
            new ImpactSection(),
            new EvidenceSection(),
            new ChangeSection(),
            new CauseSection(),
            new DetectionSection(),
            new QuestionSection(),
            new ActionSection());

    private static final List<String> FACTS = List.of("title", "date", "sources");

    /** The one that comes with this tool. */
    static ReviewTemplate usual() {
        try (InputStream in = ReviewTemplate.class.getResourceAsStream("review.md")) {
            if (in == null) {
                throw new IllegalStateException("review.md is part of the tool");
            }
            return new ReviewTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names in it that stand for nothing, a sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (!names().contains(place.group(1))) {
                problems.add("expected one of " + String.join(", ", names()) + " in {{…}}, got " + place.group());
            }
        }
        return problems;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(FACTS);
        SECTIONS.forEach(section -> names.add(section.name()));
        return names;
    }

    private static String title(Review review) {
        Recording recording = review.recording();
        return MarkdownText.prose(recording.site().name()) + " ("
                + MarkdownText.prose(recording.site().environment()) + "), "
                + SectionText.time(recording.incident().since()).substring(0, 10);
    }

    /** The review. */
    String of(Review review) {
        Sources sources = new Sources();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", title(review));
        parts.put("date", SectionText.time(review.now()).substring(0, 10));
        // The sources are numbered as the reader meets them.
        Matcher order = PLACE.matcher(text);
        while (order.find()) {
            SECTIONS.stream()
                    .filter(section -> section.name().equals(order.group(1)))
                    .forEach(section -> parts.computeIfAbsent(section.name(), name -> {
                        SectionText written = new SectionText(sources);
                        section.write(review, written);
                        return written.toString().strip();
                    }));
        }
        parts.put("sources", sources.list().strip());
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
    }
}
