package dev.smokerunner.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What rounds lead to. A round is written as a word, a minute after the one before: {@code ok}, {@code ?} for an inconclusive
 * one, or the causes that it sees, {@code a+b}; {@code ~} before it stands for maintenance, {@code eu:} for the
 * place, {@code t!} for what customers' tickets say, and {@code r!} for what the counts of requests do.
 */
class IncidentBookTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private IncidentRules rules = IncidentRules.USUAL;
    private IncidentBook book = IncidentBook.EMPTY;
    private int minute;

    @Test
    void openAfterTwoBadRoundsInARowAndCloseAfterTwoGoodOnes() {
        assertThat(after("ok a a a ok ok ok")).containsExactly("3 OPENED a", "6 RESOLVED a");
    }

    @Test
    void letOneBadRoundPass() {
        assertThat(after("ok a ok ok a ok")).isEmpty();
    }

    @Test
    void letOneGoodRoundPassWhileAnIncidentIsOpen() {
        assertThat(after("a a ok a a")).containsExactly("2 OPENED a");
    }

    @Test
    void sayWhenTheFirstBadRoundWas() {
        after("ok ok a a");

        assertThat(book.open()).singleElement().satisfies(incident -> {
            assertThat(incident.since()).isEqualTo(START.plus(Duration.ofMinutes(3)));
            assertThat(incident.openedAt()).isEqualTo(START.plus(Duration.ofMinutes(4)));
        });
    }

    @Test
    void makeOneIncidentOfCausesThatBeginInTheSameRounds() {
        assertThat(after("a+b a+b ok ok")).containsExactly("2 OPENED a+b", "4 RESOLVED a+b");
    }

    @Test
    void letACauseJoinThatBeganBeforeTheIncidentWasOpened() {
        assertThat(after("a a+b a+b a ok ok")).containsExactly("2 OPENED a", "3 JOINED b", "6 RESOLVED a+b");
    }

    @Test
    void openASecondIncidentForACauseThatComesLater() {
        assertThat(after("a a a a+b a+b b b ok ok"))
                .containsExactly("2 OPENED a", "5 OPENED b", "7 RESOLVED a", "9 RESOLVED b");
    }

    @Test
    void goOnWithWhatBecomesOfACause() {
        assertThat(after("a+b a+b folder folder folder ok ok"))
                .containsExactly("2 OPENED a+b", "4 JOINED folder", "7 RESOLVED a+b+folder");
        assertThat(after("folder folder a a ok ok"))
                .as("the other way round")
                .containsExactly("9 OPENED folder", "11 JOINED a", "13 RESOLVED a+folder");
    }

    @Test
    void goOnWhereOneOfSeveralCausesBecomesAnother() {
        assertThat(after("a+b a+b a+folder a+folder ok ok"))
                .containsExactly("2 OPENED a+b", "4 JOINED folder", "6 RESOLVED a+b+folder");
    }

    @Test
    void waitForWhatMayGoOnThoughItTakesLongerToConfirm() {
        rules = new IncidentRules(3, 1, 1, 10, Duration.ofMinutes(10));

        assertThat(after("a a a folder folder folder ok"))
                .containsExactly("3 OPENED a", "6 JOINED folder", "7 RESOLVED a+folder");
        assertThat(after("a a a folder ok")).containsExactly("10 OPENED a", "12 RESOLVED a");
    }

    @Test
    void openASecondIncidentForWhatTakesThePlaceAndIsWorse() {
        assertThat(after("a3 a3 down1 down1 ok ok"))
                .containsExactly("2 OPENED a", "4 OPENED down", "4 RESOLVED a", "6 RESOLVED down");
    }

    @Test
    void openASecondIncidentForWhatBeginsAfterAGoodRound() {
        assertThat(after("a a ok b b")).containsExactly("2 OPENED a", "4 RESOLVED a", "5 OPENED b");
    }

    @Test
    void openOneForASiteThatFailsInEachRoundForAnotherReason() {
        assertThat(after("a b c d ok ok")).containsExactly("2 OPENED b", "6 RESOLVED b");
    }

    @Test
    void takeAnInconclusiveRoundForNeitherGoodNorBad() {
        assertThat(after("a ? a ok ? ok")).containsExactly("3 OPENED a", "6 RESOLVED a");
    }

    @Test
    void tellAfterAWhileThatNobodyCanFindOut() {
        assertThat(after("ok" + " ?".repeat(12) + " ok ok"))
                .containsExactly("11 OPENED inconclusive", "15 RESOLVED inconclusive");
    }

    @Test
    void openNothingInMaintenance() {
        assertThat(after("~a ~a ~a ~a a ok")).isEmpty();
    }

    @Test
    void confirmAnewAfterMaintenance() {
        assertThat(after("~a ~a a a")).containsExactly("4 OPENED a");
    }

    @Test
    void closeInMaintenance() {
        assertThat(after("a a ~a ~ok ~ok")).containsExactly("2 OPENED a", "5 RESOLVED a");
    }

    @Test
    void holdOneIncidentOpenForWhatComesAndGoes() {
        String comesAndGoes = "a ok ".repeat(12);

        assertThat(after(comesAndGoes + "ok ".repeat(21)))
                .satisfiesExactly(opened -> assertThat(opened).endsWith("OPENED a"), over -> assertThat(over)
                        .endsWith("RESOLVED a"));
    }

    @Test
    void sayOnceThatAnOpenIncidentComesAndGoes() {
        List<String> events = after("a a ok ok a a ok ok a a ok ok a a ok ok");

        assertThat(events).filteredOn(event -> event.contains("FLAPPING")).hasSize(1);
        assertThat(events.get(events.size() - 1)).contains("FLAPPING");
        assertThat(book.open()).hasSize(1);
    }

    @Test
    void sayThatAnIncidentGetsWorse() {
        assertThat(after("c3 c3 c1 c1 c3")).containsExactly("2 OPENED c", "3 WORSENED c");
    }

    @Test
    void waitUntilEnoughPlacesAgree() {
        rules = new IncidentRules(2, 2, 2, 10, Duration.ofMinutes(10));

        assertThat(after("eu:a us:ok eu:a us:ok eu:a us:a eu:a us:a")).containsExactly("8 OPENED a");
    }

    @Test
    void closeWhenTooFewPlacesStillSeeIt() {
        rules = new IncidentRules(2, 2, 2, 10, Duration.ofMinutes(10));

        assertThat(after("eu:a us:a eu:a us:a eu:ok us:a eu:ok")).containsExactly("4 OPENED a", "7 RESOLVED a");
    }

    @Test
    void keepAnIncidentOpenWhilePlacesSayNothing() {
        rules = new IncidentRules(2, 2, 2, 10, Duration.ofMinutes(3));

        assertThat(after("eu:a us:a eu:a us:a eu:a eu:a eu:a eu:a eu:a")).containsExactly("4 OPENED a");
    }

    @Test
    void tellASignalAtOnceAndEndWithIt() {
        assertThat(after("ok t!w t!w ok t!ok ok")).containsExactly("2 OPENED w", "5 RESOLVED w");
    }

    @Test
    void takeWhatOthersNoticeOfASiteThatFailsForTheSame() {
        assertThat(after("a a r!z t!w a ok ok r!ok"))
                .containsExactly("2 OPENED a", "3 JOINED z", "4 JOINED w", "8 RESOLVED a+w+z");
    }

    @Test
    void takeWhatTheChecksSeeAfterASignalForTheSame() {
        assertThat(after("ok r!z a a r!ok ok ok")).containsExactly("2 OPENED z", "4 JOINED a", "7 RESOLVED a+z");
    }

    @Test
    void notWaitForCustomersWhoStillWriteWhenTheChecksSeeThatItIsOver() {
        assertThat(after("a a t!w ok ok t!w t!w t!ok t!w"))
                .containsExactly("2 OPENED a", "3 JOINED w", "5 RESOLVED a+w", "9 OPENED w");
    }

    @Test
    void notLetGoodRoundsSpeakForASignal() {
        assertThat(after("r!z ok ok ok ok r!ok")).containsExactly("1 OPENED z", "6 RESOLVED z");
    }

    @Test
    void neverHoldASignalOpenForComingAndGoing() {
        List<String> events = after("r!z r!ok ".repeat(12).strip());

        assertThat(events).hasSize(24).noneMatch(event -> event.contains("FLAPPING"));
        assertThat(events.get(22)).isEqualTo("23 OPENED z");
        assertThat(events.get(23)).isEqualTo("24 RESOLVED z");
    }

    @Test
    void tellASignalAfterMaintenance() {
        assertThat(after("~r!z ~r!z r!z")).containsExactly("3 OPENED z");
    }

    @Test
    void endWhatASignalBeganThatNobodyListensToAnyMore() {
        assertThat(after("r!z" + " ok".repeat(24 * 60 + 2))).containsExactly("1 OPENED z", "1442 RESOLVED z");
    }

    @Test
    void rememberABoundedNumberOfCauses() {
        String many = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> "c" + i + "x")
                .collect(Collectors.joining("+"));
        after(many + " " + many);

        assertThat(book.causes()).hasSizeLessThanOrEqualTo(200);
        assertThat(book.open()).hasSize(1);
    }

    @Test
    void forgetWhatIsOver() {
        after("a a" + " ok".repeat(30));

        assertThat(book).isEqualTo(IncidentBook.EMPTY);
    }

    private List<String> after(String rounds) {
        List<String> events = new ArrayList<>();
        for (String word : rounds.split(" ")) {
            minute++;
            IncidentBook.Entry entry = book.after(round(word), rules);
            book = entry.book();
            entry.events()
                    .forEach(event -> events.add(minute + " " + event.kind() + " "
                            + event.causes().stream()
                                    .map(SeenCause::fingerprint)
                                    .collect(Collectors.joining("+"))));
        }
        return events;
    }

    private Round round(String word) {
        boolean inMaintenance = word.startsWith("~");
        String place = word.contains(":") ? word.split(":")[0] : "";
        Source source = word.contains("r!") ? Source.REQUESTS : word.contains("t!") ? Source.TICKETS : Source.CHECKS;
        String seen = word.replaceAll("^~?(\\w+:|[rt]!)?", "");
        Instant at = START.plus(Duration.ofMinutes(minute));
        return switch (seen) {
            case "ok" -> new Round(source, at, place, Verdict.PASS, List.of(), "", inMaintenance);
            case "?" -> new Round(source, at, place, Verdict.INCONCLUSIVE, List.of(), "no browser", inMaintenance);
            default ->
                new Round(
                        source,
                        at,
                        place,
                        Verdict.FAIL,
                        Arrays.stream(seen.split("\\+"))
                                .map(cause -> cause(source, cause))
                                .toList(),
                        "",
                        inMaintenance);
        };
    }

    /** A digit at the end is the severity. */
    private static SeenCause cause(Source source, String text) {
        char last = text.charAt(text.length() - 1);
        boolean hasSeverity = Character.isDigit(last);
        return new SeenCause(
                source,
                hasSeverity ? text.substring(0, text.length() - 1) : text,
                Severity.of(hasSeverity ? last - '0' : 2),
                text);
    }
}
