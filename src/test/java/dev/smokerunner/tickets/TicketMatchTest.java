package dev.smokerunner.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.expectation.UrlPattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketMatchTest {
    private static final TicketMatch WORDS = match(List.of("signup", "sign up", "anmeldung", "C++"), List.of());
    private static final TicketMatch URLS =
            match(List.of(), List.of(new UrlPattern("www.example.com/signup/*"), new UrlPattern("pay.example.com/")));

    private static TicketMatch match(List<String> words, List<UrlPattern> urls) {
        return new TicketMatch(words, Set.of(), Set.of(), Set.of(), urls);
    }

    private static Ticket says(String text) {
        return new Ticket(
                1,
                "Help",
                text,
                List.of("web"),
                Optional.of(7L),
                Optional.of(8L),
                Optional.empty(),
                Instant.EPOCH,
                "new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot sign up!",
                "the SIGNUP page",
                "signup",
                "(signup)",
                "DIE ANMELDUNG geht nicht",
                "does C++ work?"
            })
    void findsWordsInAnyCase(String text) {
        assertThat(WORDS.covers(says(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signups", "my_signup", "presignup", "Voranmeldung", "sign  me up", "çsignup"})
    void findsWordsOnlyAsWords(String text) {
        assertThat(WORDS.covers(says(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://www.example.com/signup/step?x=1.",
                "<a href=\"http://WWW.example.com/signup/\">",
                "at https://pay.example.com, I cannot pay",
                "https://pay.example.com/."
            })
    void findsAddresses(String text) {
        assertThat(URLS.covers(says(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.example.com/help", "https://evil.test/www.example.com/signup/", "pay.example.com"})
    void findsNoOtherAddresses(String text) {
        assertThat(URLS.covers(says(text))).isFalse();
    }

    @Test
    void findsTagsFormsAndBrands() {
        Ticket ticket = says("anything");

        assertThat(new TicketMatch(List.of(), Set.of("WEB"), Set.of(), Set.of(), List.of()).covers(ticket))
                .isTrue();
        assertThat(new TicketMatch(List.of(), Set.of(), Set.of(7L), Set.of(), List.of()).covers(ticket))
                .isTrue();
        assertThat(new TicketMatch(List.of(), Set.of(), Set.of(), Set.of(8L), List.of()).covers(ticket))
                .isTrue();
        assertThat(new TicketMatch(List.of("x"), Set.of("app"), Set.of(8L), Set.of(7L), List.of()).covers(ticket))
                .isFalse();
    }

    @Test
    void leavesOutWhatWeWroteAndWhatIsDeleted() {
        Ticket ours = new Ticket(
                1,
                "signup",
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("smoke-incident-0123"),
                Instant.EPOCH,
                "open");
        Ticket deleted = new Ticket(
                1,
                "signup",
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("crm-7"),
                Instant.EPOCH,
                "deleted");

        assertThat(WORDS.covers(ours)).isFalse();
        assertThat(WORDS.covers(deleted)).isFalse();
    }

    @Test
    void isQuickWithALongText() {
        assertThat(WORDS.covers(says("sign ".repeat(1_000_000)))).isFalse();
    }
}
