package dev.smokerunner.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.secret.Secret;
import dev.smokerunner.standin.Zendesk;
import dev.smokerunner.standin.ZendeskRules;
import dev.smokerunner.tickets.ZendeskAccount.ApiToken;
import dev.smokerunner.tickets.ZendeskAccount.Credentials;
import dev.smokerunner.tickets.ZendeskAccount.OAuthClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads tickets of a stand-in that keeps the documented rules of Zendesk. */
class TicketExportTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Zendesk zendesk;
    private TicketExport export;

    @BeforeEach
    void start() throws IOException {
        zendesk = Zendesk.start(ZendeskRules.DOCUMENTED, now::get);
        export = export(new OAuthClient(Zendesk.CLIENT, new Secret(Zendesk.SECRET)));
    }

    @AfterEach
    void stop() {
        zendesk.close();
    }

    private TicketExport export(Credentials credentials) {
        return new TicketExport(new ZendeskClient(new ZendeskAccount(zendesk.url(), credentials), now::get));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static TicketPage given(Answer<TicketPage> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<TicketPage>) answer).value();
    }

    private static Answer.Later<TicketPage> later(Answer<TicketPage> answer) {
        assertThat(answer).isInstanceOf(Answer.Later.class);
        return (Answer.Later<TicketPage>) answer;
    }

    private static String refused(Answer<TicketPage> answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused<TicketPage>) answer).reason();
    }

    private static List<Long> numbers(TicketPage page) {
        return page.tickets().stream().map(Ticket::number).toList();
    }

    @Test
    void readsWhatACustomerWrote() {
        long number = zendesk.ticket("Cannot sign up", "The button does nothing", "web");
        pass(Duration.ofMinutes(2));

        Ticket ticket = given(export.since(START.minusSeconds(60))).tickets().get(0);

        assertThat(ticket)
                .isEqualTo(new Ticket(
                        number,
                        "Cannot sign up",
                        "The button does nothing",
                        List.of("web"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        START,
                        "new"));
        assertThat(ticket).as("as a log would show it").hasToString("ticket " + number);
    }

    @Test
    void followsThePagesToTheEndAndGoesOnFromThere() {
        List<Long> written = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            written.add(zendesk.ticket("Ticket " + i, "text"));
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofMinutes(2));

        List<Long> read = new ArrayList<>();
        TicketPage page = given(export.since(START.minusSeconds(60)));
        read.addAll(numbers(page));
        while (!page.isLast()) {
            page = given(export.after(page.cursor()));
            read.addAll(numbers(page));
        }
        long later = zendesk.ticket("Later", "text");
        pass(Duration.ofMinutes(2));
        read.addAll(numbers(given(export.after(page.cursor()))));

        written.add(later);
        assertThat(read).containsAll(written);
        assertThat(read).as("pages repeat themselves").hasSizeGreaterThan(written.size());
    }

    @Test
    void seesATicketOfTheLastMinuteLater() {
        zendesk.ticket("New", "text");
        pass(Duration.ofSeconds(30));
        TicketPage page = given(export.since(START.minusSeconds(60)));

        assertThat(page.tickets()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(given(export.after(page.cursor())).tickets()).hasSize(1);
    }

    @Test
    void isRefusedAStartOfTheLastMinute() {
        assertThat(refused(export.since(START.minusSeconds(30))))
                .contains("status 422")
                .contains("Too recent start_time");
    }

    @Test
    void waitsAsLongAsZendeskWants() {
        for (int i = 0; i < 10; i++) {
            given(export.since(START.minusSeconds(60)));
        }
        pass(Duration.ofSeconds(20));

        Answer.Later<TicketPage> answer = later(export.since(START.minusSeconds(60)));
        assertThat(answer.after()).contains(Duration.ofSeconds(41));
        assertThat(answer.reason()).contains("status 429");
        pass(Duration.ofSeconds(41));
        given(export.since(START.minusSeconds(60)));
    }

    @Test
    void asksForAnotherTokenBeforeTheOldOneEnds() {
        given(export.since(START.minusSeconds(60)));
        given(export.since(START.minusSeconds(60)));
        assertThat(zendesk.log())
                .filteredOn(line -> line.contains("/oauth/tokens"))
                .hasSize(1);

        pass(Duration.ofMinutes(59).plusSeconds(30));
        given(export.since(START.minusSeconds(60)));

        assertThat(zendesk.log())
                .filteredOn(line -> line.contains("/oauth/tokens"))
                .hasSize(2);
        assertThat(zendesk.log()).noneMatch(line -> line.endsWith(" 401"));
    }

    @Test
    void asksForAnotherTokenWhereTheOldOneEndedTooSoon() {
        given(export.since(START.minusSeconds(60)));
        zendesk.endTokens();

        given(export.since(START.minusSeconds(60)));

        assertThat(zendesk.log()).filteredOn(line -> line.endsWith(" 401")).hasSize(1);
    }

    @Test
    void saysThatTheSecretIsNotRightAnyMore() {
        given(export.since(START.minusSeconds(60)));
        zendesk.renewSecret();

        assertThat(refused(export.since(START.minusSeconds(60))))
                .contains("/oauth/tokens: status 401")
                .contains("look whether the client smoke is still there in the Admin Center")
                .contains("zendesk.client-secret")
                .doesNotContain(Zendesk.SECRET);
    }

    @Test
    void saysThatAScopeIsGone() {
        given(export.since(START.minusSeconds(60)));
        zendesk.allow("tickets:write");

        assertThat(refused(export.since(START.minusSeconds(60))))
                .contains("status 403")
                .contains("give the client the scopes tickets:read tickets:write (again)")
                .contains("admin");
    }

    @Test
    void takesTokensOfTheApiWhileTheyLast() {
        given(export(new ApiToken("admin@example.com", new Secret(Zendesk.SECRET)))
                .since(START.minusSeconds(60)));

        assertThat(refused(export(new ApiToken("admin@example.com", new Secret("0ld-t0ken")))
                        .since(START.minusSeconds(60))))
                .contains("status 401")
                .contains("use client-id and client-secret instead");
        assertThat(zendesk.log()).noneMatch(line -> line.contains("/oauth/tokens"));
    }

    @Test
    void triesLaterWhereNobodyAnswers() {
        zendesk.close();

        assertThat(later(export.since(START.minusSeconds(60))).reason()).contains("no answer");
    }

    @Test
    void triesLaterWhereZendeskIsBroken() {
        zendesk.refuse(503);

        assertThat(later(export.since(START.minusSeconds(60))).after()).contains(Duration.ofSeconds(7));
    }

    @Test
    void seesATicketAgainThatChangedWithoutAnEvent() {
        long number = zendesk.ticket("Old", "text");
        pass(Duration.ofHours(1));
        TicketPage before = given(export.since(now.get().minusSeconds(90)));
        zendesk.change(number, Map.of());
        pass(Duration.ofMinutes(2));

        TicketPage after = given(export.after(before.cursor()));

        assertThat(before.tickets()).isEmpty();
        assertThat(after.tickets()).singleElement().satisfies(ticket -> assertThat(ticket.createdAt())
                .isEqualTo(START));
    }

    @Test
    void namesTheAccountWithoutItsSecret() {
        ZendeskAccount account = new ZendeskAccount(
                URI.create("https://example.zendesk.com/"), new OAuthClient("smoke", new Secret("5ec4e7")));

        assertThat(account.id()).isEqualTo("https://example.zendesk.com smoke");
        assertThat(account.toString()).doesNotContain("5ec4e7");
        assertThat(account.ticket(7)).hasToString("https://example.zendesk.com/agent/tickets/7");
    }
}
