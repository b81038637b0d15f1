package dev.smokerunner.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.traffic.Beacon.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeaconsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:20Z");
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";

    private final Beacons beacons = new Beacons(
            () -> List.of(
                    site("signup", "production", true),
                    site("quiet", "production", false),
                    site("shop", "de", true),
                    site("shop", "at", true),
                    site("shop", "staging", false)),
            Clock.fixed(NOON, ZoneOffset.UTC));
    private final Map<CountKey, Long> told = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    private HistoryDatabase database;

    @BeforeEach
    void open() throws HistoryException {
        database = HistoryDatabase.open(folder.resolve("history.db").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static CountedSite site(String name, String environment, boolean beacons) {
        return new CountedSite(
                name,
                environment,
                new TrafficSettings(
                        beacons,
                        List.of(),
                        new PageGroups("", "/", List.of(new PageGroup("home", List.of(Pattern.compile("/")))))));
    }

    private Outcome take(String site, String page, String error) {
        return beacons.take(new Beacon(site, page, error, AGENT));
    }

    private Map<CountKey, Long> written() {
        beacons.writeTo(new CountBook(database.jdbi(), told::putAll, problems::add));
        return new CountReader(database.jdbi())
                .all(NOON.minusSeconds(60), NOON.plusSeconds(60)).entrySet().stream()
                        .filter(entry -> entry.getKey().site().equals("signup/production"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static CountKey key(String group, Measure measure) {
        return new CountKey("signup/production", group, measure, NOON);
    }

    private List<String> errors() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select fingerprint || ' ' || amount from script_error order by fingerprint")
                .mapTo(String.class)
                .list());
    }

    @Test
    void countsViewsAndErrorsAndThatNobodyCame() {
        assertThat(take("signup", "/", "")).isEqualTo(Outcome.COUNTED);
        assertThat(take("signup/production", "/", "")).isEqualTo(Outcome.COUNTED);
        assertThat(take("signup", "/deep/page", "0123456789abcdef")).isEqualTo(Outcome.COUNTED);

        assertThat(written())
                .containsOnly(
                        Map.entry(key("home", Measure.VIEWS), 2L),
                        Map.entry(key("home", Measure.ERRORS), 0L),
                        Map.entry(key("other", Measure.VIEWS), 0L),
                        Map.entry(key("other", Measure.ERRORS), 1L));
        assertThat(errors()).containsExactly("0123456789abcdef 1");
        assertThat(told).containsAllEntriesOf(written());
    }

    @Test
    void countsForSitesThatWantItOnly() {
        assertThat(take("quiet", "/", "")).isEqualTo(Outcome.UNKNOWN_SITE);
        assertThat(take("", "/", "")).isEqualTo(Outcome.UNKNOWN_SITE);
        assertThat(take("nothing/production", "/", "")).isEqualTo(Outcome.UNKNOWN_SITE);
        assertThat(beacons.take(new Beacon("signup", "/", "", "Mozilla/5.0 HeadlessChrome/156.0")))
                .isEqualTo(Outcome.ROBOT);
        assertThat(beacons.outcomes()).containsEntry(Outcome.UNKNOWN_SITE, 3L).containsEntry(Outcome.ROBOT, 1L);
    }

    @Test
    void countsForNoneOfSeveralThatMayBeMeant() {
        assertThat(take("shop", "/", "")).isEqualTo(Outcome.UNCLEAR_SITE);
        assertThat(take("shop/at", "/", "")).isEqualTo(Outcome.COUNTED);
        assertThat(take("shop/staging", "/", "")).isEqualTo(Outcome.UNKNOWN_SITE);
    }

    @Test
    void takesNoMoreMemoryAndMakesNoMoreSeriesTheMoreIsMadeUp() {
        for (int i = 0; i < 20_000; i++) {
            take("signup", "/made/up/" + i, String.format("%016x", i));
        }

        assertThat(beacons.outcomes()).containsEntry(Outcome.COUNTED, 5_000L).containsEntry(Outcome.DROPPED, 15_000L);
        assertThat(written()).hasSize(4).containsEntry(key("other", Measure.ERRORS), 5_000L);
        assertThat(errors()).hasSize(201).contains("other 4800");
    }

    @Test
    void countsWhatIsNoFingerprintTogether() {
        take("signup", "/", "<script>alert(1)</script>");
        take("signup", "/", "secret@example.com");
        written();

        assertThat(errors()).containsExactly("other 2");
    }

    @Test
    void keepsWhatCouldNotBeWrittenForTheNextTime() throws HistoryException {
        take("signup", "/", "");
        database.close();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(this::written))
                .isNotNull();
        open();

        assertThat(written()).containsEntry(key("home", Measure.VIEWS), 1L);
    }

    @Test
    void countsOnceWhatIsWrittenAlsoWhenTheNumbersCannotBeSentOn() {
        take("signup", "/", "");
        beacons.writeTo(new CountBook(
                database.jdbi(),
                totals -> {
                    throw new IllegalStateException("the database is away");
                },
                problems::add));

        assertThat(written()).containsEntry(key("home", Measure.VIEWS), 1L);
        assertThat(problems)
                .containsExactly("visitors were counted, and the numbers could not be sent on: the database is away");
    }
}
