package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Delivery;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Messages;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a message that was written down, with a real database in a file. */
class MessageSenderTest {
    private static final Function<String, Optional<WatchedSite>> NOBODY = id -> Optional.empty();

    private final ScriptedSite site = new ScriptedSite();

    @TempDir
    private Path folder;

    private HistoryDatabase database;
    private String message;

    @BeforeEach
    void writesAMessageDown() throws HistoryException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
        new Sites(database.jdbi()).watch(List.of(site.watched().record()));
        SignalCause cause = new SignalCause(
                "support-tickets", "support-tickets", Severity.SEV2, "three tickets", Optional.empty(), List.of());
        new SignalRecorder(database, new LaterDeliveries(), Optional.empty())
                .record(site.watched(), new Signal(Source.TICKETS, now(), List.of(cause)), handle -> {});
        message =
                messages().waiting().stream().map(StoredMessage::id).findFirst().orElseThrow();
    }

    @AfterEach
    void closesTheDatabase() {
        database.close();
    }

    @Test
    void sendsItToItsChannelOnce() {
        assertThat(send(this::sites)).isEmpty();
        assertThat(send(this::sites)).isEmpty();

        assertThat(site.sent).containsExactly("OPENED: [three tickets]");
        assertThat(messages().waiting()).isEmpty();
    }

    @Test
    void offersItToOthersForTwoMinutesWhereItsChannelIsUnknownHere() {
        assertThat(send(NOBODY)).hasValue(now().plusSeconds(10));
        site.clock().move(Duration.ofSeconds(119));
        assertThat(send(NOBODY)).hasValue(now().plusSeconds(10));

        assertThat(send(this::sites)).isEmpty();

        assertThat(site.sent).hasSize(1);
        assertThat(messages().dead()).isZero();
    }

    @Test
    void givesItUpAndSaysWhyWhereNobodyHasItsChannel() {
        site.clock().move(Duration.ofMinutes(2));

        assertThat(send(NOBODY)).isEmpty();

        assertThat(messages().dead()).isOne();
        assertThat(trouble()).isEqualTo("no config of " + site.watched().id() + " has the channel slack any more");
    }

    @Test
    void waitsAsTheOtherSideAsksAndSendsAgain() {
        site.answers.add(new Delivery.Delayed("429", Optional.of(Duration.ofSeconds(40))));

        assertThat(send(this::sites))
                .hasValueSatisfying(next -> assertThat(next).isAfterOrEqualTo(now().plusSeconds(40)));

        assertThat(send(this::sites)).isEmpty();
        assertThat(site.sent).hasSize(1);
    }

    @Test
    void neverSendsAgainWhatWasRefused() {
        site.answers.add(new Delivery.Refused("400: no such key"));

        assertThat(send(this::sites)).isEmpty();
        assertThat(send(this::sites)).isEmpty();

        assertThat(site.sent).isEmpty();
        assertThat(messages().dead()).isOne();
        assertThat(trouble()).isEqualTo("400: no such key");
    }

    @Test
    void sendsWhatWasWrittenLaterLaterThoughItsSourceDatesItBefore() {
        StoredMessage first = messages().waiting().get(0);
        StoredMessage later = new StoredMessage(
                first.incident().orElseThrow() + "#2>slack",
                first.incident(),
                first.site(),
                first.channel(),
                first.alert(),
                first.createdAt().minusMillis(11),
                0);
        database.jdbi().useTransaction(handle -> new RoundTransaction(handle).add(later));

        assertThat(messages().waiting()).extracting(StoredMessage::id).containsExactly(message, later.id());
        assertThat(messages().hasOlder(messages().waiting(later.id()).orElseThrow()))
                .isTrue();
        assertThat(messages().hasOlder(first)).isFalse();
    }

    private Optional<Instant> send(Function<String, Optional<WatchedSite>> sites) {
        return new MessageSender(messages(), sites, RetryPolicy.USUAL, site.clock()).send(message);
    }

    private Optional<WatchedSite> sites(String id) {
        return Optional.ofNullable(site.alone().get(id));
    }

    private Messages messages() {
        return new Messages(database.jdbi());
    }

    private Instant now() {
        return site.clock().instant();
    }

    private String trouble() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select trouble from message")
                .mapTo(String.class)
                .one());
    }
}
