package dev.smokerunner.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.alert.Delivery.Delayed;
import dev.smokerunner.alert.Delivery.Delivered;
import dev.smokerunner.alert.Delivery.Refused;
import dev.smokerunner.result.Severity;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.standin.Zendesk;
import dev.smokerunner.standin.ZendeskRules;
import dev.smokerunner.tickets.ZendeskAccount.OAuthClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tells support of incidents by a stand-in that keeps the documented rules of Zendesk. */
class SupportChannelTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private static final String STACK =
            "Uncaught TypeError: x is undefined\n    at main-3f9a.js:1:204 <img src=x onerror=alert(1)>";

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Zendesk zendesk;
    private SupportChannel channel;

    @BeforeEach
    void start() throws IOException {
        zendesk = Zendesk.start(ZendeskRules.DOCUMENTED, now::get);
        channel = channel(SupportSettings.USUAL);
    }

    @AfterEach
    void stop() {
        zendesk.close();
    }

    /** As after a start of the monitor: nothing is remembered. */
    private SupportChannel channel(SupportSettings settings) {
        ZendeskAccount account =
                new ZendeskAccount(zendesk.url(), new OAuthClient(Zendesk.CLIENT, new Secret(Zendesk.SECRET)));
        return new SupportChannel(new ZendeskClient(account, now::get), settings, now::get);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Alert alert(Alert.Kind kind, int event) {
        return new Alert(
                "signup/production@1772618400000@asset-missing:1f#" + event,
                kind,
                "smoke-1f",
                new Alert.Site(
                        "signup",
                        "production",
                        "https://www.example.com/signup/",
                        Optional.of("web-team"),
                        Optional.of("https://wiki.example.com/signup")),
                Severity.SEV2,
                START.minusSeconds(60),
                now.get(),
                "seen in 2 rounds in a row",
                List.of(
                        new Alert.Trouble(
                                "asset-missing",
                                Severity.SEV2,
                                STACK,
                                Optional.of("index.html:12"),
                                Optional.of("the package has js/main-77b1.js"),
                                List.of()),
                        new Alert.Trouble(
                                "page-error", Severity.SEV2, STACK, Optional.empty(), Optional.empty(), List.of())),
                List.of("release 2.4.1, 40 s before"),
                Optional.of(URI.create("https://smoke.example.com/evidence/7/index.html")),
                Optional.empty(),
                Optional.of(URI.create("https://smoke.example.com/incident?id=7")));
    }

    private JsonNode ticket() {
        assertThat(zendesk.tickets()).hasSize(1);
        return zendesk.tickets().get(0);
    }

    private List<String> comments() {
        return ticket().path("comments")
                .valueStream()
                .map(comment -> comment.path("body").asString(""))
                .toList();
    }

    @Test
    void makesOneTicketInWordsThatSupportCanPassOn() {
        assertThat(channel.send(alert(Alert.Kind.OPENED, 1))).isInstanceOf(Delivered.class);

        assertThat(ticket().path("subject").asString(""))
                .isEqualTo("Sev 2: customers have trouble with signup (production)");
        assertThat(ticket().path("type").asString("")).isEqualTo("problem");
        assertThat(ticket().path("priority").asString("")).isEqualTo("high");
        assertThat(ticket().path("tags").toString()).isEqualTo("[\"smoke-incident\"]");
        assertThat(comments()).containsExactly("""
                        Customers have trouble with signup (production), https://www.example.com/signup/

                        What they see: a part of the page does not load, so that something on it may not work; the page does \
                        not open, or is not as it should be
                        Since: 2026-03-04 09:59 UTC
                        How bad: Sev 2, a part of the page that matters does not work for customers
                        Who is on it: web-team
                        Where to follow it: https://smoke.example.com/incident?id=7

                        What to tell customers: we know of it, and are working on it. This is the problem that their tickets \
                        can be linked to as incidents. When it is over, it is written here.

                        Reference: %s""".formatted(SupportTicket.reference(alert(Alert.Kind.OPENED, 1))));
    }

    @Test
    void tellsAgentsAndNoCustomer() {
        channel.send(alert(Alert.Kind.OPENED, 1));
        pass(Duration.ofMinutes(5));
        channel.send(alert(Alert.Kind.RESOLVED, 2));

        assertThat(ticket().path("comments").valueStream()).hasSize(2).allSatisfy(comment -> assertThat(
                        comment.path("public").asBoolean(true))
                .isFalse());
        assertThat(ticket().toString())
                .doesNotContain("TypeError")
                .doesNotContain("onerror")
                .doesNotContain("main-3f9a");
    }

    @Test
    void addsToTheSameTicketWhatHappensLater() {
        channel.send(alert(Alert.Kind.OPENED, 1));
        pass(Duration.ofMinutes(5));
        channel.send(alert(Alert.Kind.CHANGED, 2));
        pass(Duration.ofMinutes(33));
        channel.send(alert(Alert.Kind.RESOLVED, 3));

        assertThat(comments()).hasSize(3);
        assertThat(comments().get(1)).startsWith("It is not over, and has changed. It is Sev 2 now");
        assertThat(comments().get(2)).startsWith("It is over since 2026-03-04 10:38 UTC, after 39 min.");
    }

    @Test
    void writesNothingTwiceWhereTheAnswerGotLost() {
        zendesk.loseAnswers(1);
        assertThat(channel.send(alert(Alert.Kind.OPENED, 1))).isInstanceOf(Delayed.class);
        assertThat(channel(SupportSettings.USUAL).send(alertOf(START, 1))).isInstanceOf(Delivered.class);
        assertThat(comments()).hasSize(1);

        pass(Duration.ofMinutes(5));
        Alert over = alert(Alert.Kind.RESOLVED, 2);
        zendesk.loseAnswers(1);
        assertThat(channel.send(over)).isInstanceOf(Delayed.class);
        assertThat(channel(SupportSettings.USUAL).send(over)).isInstanceOf(Delivered.class);
        assertThat(comments()).hasSize(2);
    }

    /** The same message again, some time later. */
    private Alert alertOf(Instant at, int event) {
        Instant later = now.getAndSet(at);
        Alert alert = alert(Alert.Kind.OPENED, event);
        now.set(later);
        return alert;
    }

    @Test
    void writesNothingTwiceLongAfterItsKeyIsForgotten() {
        channel.send(alert(Alert.Kind.OPENED, 1));
        pass(Duration.ofHours(3));

        assertThat(channel.send(alertOf(START, 1))).isInstanceOf(Delivered.class);
        assertThat(comments()).hasSize(1);
    }

    @Test
    void waitsUntilTheIndexKnowsTheTicket() {
        channel.send(alert(Alert.Kind.OPENED, 1));
        pass(Duration.ofSeconds(30));
        Alert changed = alert(Alert.Kind.CHANGED, 2);
        Alert over = alert(Alert.Kind.RESOLVED, 3);

        assertThat(channel.send(changed))
                .isEqualTo(new Delayed("the incident's ticket is not found yet", Optional.of(Duration.ofSeconds(20))));
        assertThat(channel.send(over)).isInstanceOf(Delayed.class);
        pass(Duration.ofMinutes(3));
        assertThat(channel.send(changed)).isInstanceOf(Delivered.class);
        assertThat(channel.send(over)).isInstanceOf(Delivered.class);

        assertThat(comments()).hasSize(3);
    }

    @Test
    void makesATicketOfAnIncidentThatGetsBadEnoughLater() {
        assertThat(channel.send(alert(Alert.Kind.CHANGED, 4))).isInstanceOf(Delivered.class);

        assertThat(comments().get(0)).startsWith("Customers have trouble with signup");
    }

    @Test
    void givesUpToEndWhatNeverBegan() {
        Alert over = alert(Alert.Kind.RESOLVED, 2);
        pass(Duration.ofMinutes(11));

        assertThat(channel.send(over))
                .isEqualTo(new Refused("the incident has no ticket that could be told that it is over"));
        assertThat(zendesk.tickets()).isEmpty();
    }

    @Test
    void makesAnotherTicketOfAnotherIncidentOfTheSameCause() {
        channel.send(alert(Alert.Kind.OPENED, 1));
        Alert first = alert(Alert.Kind.OPENED, 1);
        assertThat(SupportTicket.externalId(first))
                .isNotEqualTo(SupportTicket.externalId(new Alert(
                        first.id().replace("1772618400000", "1772618499999"),
                        first.kind(),
                        first.key(),
                        first.site(),
                        first.severity(),
                        first.since(),
                        first.at(),
                        first.confirmation(),
                        first.troubles(),
                        first.changes(),
                        first.report(),
                        first.screenshot(),
                        first.incident())));
    }

    @Test
    void waitsAsLongAsZendeskWants() {
        zendesk.refuse(429);

        Delivery delivery = channel.send(alert(Alert.Kind.OPENED, 1));

        assertThat(delivery).isInstanceOfSatisfying(Delayed.class, delayed -> assertThat(delayed.after())
                .contains(Duration.ofSeconds(7)));
    }

    @Test
    void saysWhatZendeskDoesNotTake() {
        channel.send(alert(Alert.Kind.OPENED, 1));
        pass(Duration.ofMinutes(5));
        zendesk.change(ticket().path("id").asLong(), Map.of("status", "closed"));

        assertThat(channel.send(alert(Alert.Kind.RESOLVED, 2)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .contains("status 422")
                        .contains("closed prevents ticket update"));
    }

    @Test
    void saysThatItMayNotWrite() {
        zendesk.allow("tickets:read");

        assertThat(channel.send(alert(Alert.Kind.OPENED, 1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .contains("status 403")
                        .contains("give the client the scopes tickets:read tickets:write"));
    }

    @Test
    void takesFieldsFromAMacroAndTagsFromTheConfig() {
        channel(new SupportSettings(List.of("smoke-incident", "web"), Optional.of(12L)))
                .send(alert(Alert.Kind.OPENED, 1));

        assertThat(ticket().path("group_id").asLong()).isEqualTo(4711);
        assertThat(ticket().path("tags").toString()).isEqualTo("[\"smoke-incident\",\"web\",\"by-macro\"]");
        assertThat(comments().get(0)).startsWith("Customers have trouble");
    }

    @Test
    void writesNothingToSeeWhetherItMay() {
        assertThat(channel.send(alert(Alert.Kind.TEST, 1))).isInstanceOf(Delivered.class);

        assertThat(zendesk.tickets()).isEmpty();
    }
}
