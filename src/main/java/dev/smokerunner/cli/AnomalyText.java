package dev.smokerunner.cli;

import dev.smokerunner.anomaly.Departure;
import dev.smokerunner.anomaly.Episode;
import dev.smokerunner.anomaly.Expected;
import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Sentence;
import dev.smokerunner.anomaly.picture.BlockPlot;
import dev.smokerunner.anomaly.rule.Ballot;
import dev.smokerunner.anomaly.rule.Vote;
import dev.smokerunner.report.TerminalText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was judged of series, as text, JSON or CSV.
 *
 * @param zone in which times are told
 * @param votes whether each number is told, with everybody's vote
 */
record AnomalyText(ZoneId zone, boolean votes) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WIDTH = 60;
    private static final int MOST_EPISODES = 20;

    String lines(List<JudgedSeries> all) {
        List<String> lines = new ArrayList<>();
        all.forEach(judged -> lines.addAll(lines(judged)));
        return lines.stream()
                .map(line -> TerminalText.line(TerminalText.field(line, 600)) + "\n")
                .collect(Collectors.joining());
    }

    private List<String> lines(JudgedSeries judged) {
        List<String> lines = new ArrayList<>();
        List<Judgement> judgements = judged.judgements();
        lines.add(judged.series().name() + ": " + judgements.size() + " numbers"
                + (judgements.isEmpty()
                        ? ""
                        : ", " + time(judgements.get(0).point().at()) + " to "
                                + time(judgements
                                        .get(judgements.size() - 1)
                                        .point()
                                        .at())
                                + " " + zone + ", taken for "
                                + judged.measure().name().toLowerCase(Locale.ROOT)));
        if (votes) {
            judgements.forEach(judgement -> lines.add("  " + line(judgement)));
        }
        List<Episode> episodes = judged.episodes();
        episodes.stream().limit(MOST_EPISODES).forEach(episode -> lines.addAll(lines(episode, judged)));
        if (episodes.size() > MOST_EPISODES) {
            lines.add("  and " + (episodes.size() - MOST_EPISODES) + " more; --format json has all");
        }
        int anomalies = judged.anomalies().size();
        lines.add(
                switch (judged.code()) {
                    case PASS -> "usual: nothing that people should be told of";
                    case FAIL -> anomalies == 1 ? "anomaly: 1" : "anomalies: " + anomalies;
                    default -> "unknown: too few numbers to say what is usual";
                });
        return lines;
    }

    private List<String> lines(Episode episode, JudgedSeries judged) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + time(episode.from()) + " to " + time(episode.until()) + "  "
                + (episode.isConfirmed()
                        ? "ANOMALY  Sev " + episode.departure().severity().level()
                        : "unusual")
                + "  " + sentence(judged).of(episode.departure(), episode.release()));
        BlockPlot.of(around(episode, judged), WIDTH).forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** As much before it as it lasted, and at least half an hour or so. */
    private static List<Judgement> around(Episode episode, JudgedSeries judged) {
        Duration lasted = Duration.between(episode.from(), episode.until());
        Duration least = judged.series().spacing().multipliedBy(WIDTH / 2);
        Duration margin = lasted.compareTo(least) > 0 ? lasted : least;
        Instant from = episode.from().minus(margin);
        Instant until = episode.until().plus(margin.dividedBy(3));
        return judged.judgements().stream()
                .filter(one ->
                        !one.point().at().isBefore(from) && !one.point().at().isAfter(until))
                .toList();
    }

    private static Sentence sentence(JudgedSeries judged) {
        String noun =
                judged.measure() == Measure.COUNTS ? "events" : judged.series().name();
        return new Sentence(noun, judged.measure(), judged.series().spacing());
    }

    private String line(Judgement judgement) {
        return time(judgement.point().at()) + "  " + number(judgement.point().value()) + "  expected "
                + judgement.expected().map(AnomalyText::range).orElse("nothing yet") + "  "
                + judgement.outcome().name().toLowerCase(Locale.ROOT) + "  "
                + judgement.votes().stream().map(AnomalyText::word).collect(Collectors.joining(" "));
    }

    private static String range(Expected expected) {
        return number(expected.low()) + " to " + number(expected.high());
    }

    private static String word(Vote vote) {
        return switch (vote.ballot()) {
            case ANOMALOUS -> "+" + vote.rule();
            case USUAL -> "-" + vote.rule();
            case ABSTAINS -> "?" + vote.rule();
        };
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone)
                .format(at);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    String csv(List<JudgedSeries> all) {
        StringBuilder text = new StringBuilder(
                "series,time,value,expected_low,expected,expected_high,outcome,kind,severity,against,cast\n");
        for (JudgedSeries judged : all) {
            String name = CsvText.field(judged.series().name());
            judged.judgements()
                    .forEach(judgement ->
                            text.append(name).append(',').append(row(judgement)).append('\n'));
        }
        return text.toString();
    }

    private static String row(Judgement judgement) {
        long against = judgement.votes().stream()
                .filter(vote -> vote.ballot() == Ballot.ANOMALOUS)
                .count();
        long cast = judgement.votes().stream()
                .filter(vote -> vote.ballot() != Ballot.ABSTAINS)
                .count();
        return String.join(
                ",",
                judgement.point().at().toString(),
                CsvText.field(judgement.point().value()),
                judgement.expected().map(Expected::low).map(CsvText::field).orElse(""),
                judgement.expected().map(Expected::typical).map(CsvText::field).orElse(""),
                judgement.expected().map(Expected::high).map(CsvText::field).orElse(""),
                judgement.outcome().name().toLowerCase(Locale.ROOT),
                judgement.departure().map(one -> one.kind().word()).orElse(""),
                judgement
                        .departure()
                        .map(one -> String.valueOf(one.severity().level()))
                        .orElse(""),
                String.valueOf(against),
                String.valueOf(cast));
    }

    String json(List<JudgedSeries> all) {
        ObjectNode root = JSON.createObjectNode().put("schema", "smoke-anomaly/1");
        ArrayNode series = root.putArray("series");
        for (JudgedSeries judged : all) {
            ObjectNode one = series.addObject()
                    .put("name", judged.series().name())
                    .put("measure", judged.measure().name().toLowerCase(Locale.ROOT))
                    .put("numbers", judged.judgements().size())
                    .put("verdict", judged.verdict());
            ArrayNode episodes = one.putArray("episodes");
            judged.episodes().forEach(episode -> add(episodes.addObject(), episode, judged));
            if (votes) {
                ArrayNode judgements = one.putArray("judgements");
                judged.judgements().forEach(judgement -> add(judgements.addObject(), judgement));
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void add(ObjectNode node, Episode episode, JudgedSeries judged) {
        Departure departure = episode.departure();
        node.put("from", episode.from().toString())
                .put("until", episode.until().toString())
                .put("confirmed", episode.isConfirmed())
                .put("kind", departure.kind().word())
                .put("severity", departure.severity().level())
                .put("actual", departure.actual())
                .put("change", departure.change())
                .put("score", departure.score())
                .put("text", sentence(judged).of(departure, episode.release()));
        add(node.putObject("expected"), departure.expected());
        episode.release().ifPresent(release -> node.put("release", release.version()));
    }

    private static void add(ObjectNode node, Expected expected) {
        node.put("low", expected.low()).put("typical", expected.typical()).put("high", expected.high());
    }

    private static void add(ObjectNode node, Judgement judgement) {
        node.put("at", judgement.point().at().toString())
                .put("value", judgement.point().value())
                .put("outcome", judgement.outcome().name().toLowerCase(Locale.ROOT));
        judgement.expected().ifPresent(expected -> add(node.putObject("expected"), expected));
        ArrayNode all = node.putArray("votes");
        judgement.votes().forEach(vote -> all.addObject()
                .put("rule", vote.rule())
                .put("ballot", vote.ballot().name().toLowerCase(Locale.ROOT))
                .put("score", vote.score())
                .put("limit", vote.limit()));
    }
}
