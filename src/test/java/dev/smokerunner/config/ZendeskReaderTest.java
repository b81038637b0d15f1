package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.result.Severity;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.serving.Target;
import dev.smokerunner.tickets.SupportChannel;
import dev.smokerunner.tickets.SupportSettings;
import dev.smokerunner.tickets.TicketMatch;
import dev.smokerunner.tickets.TicketRule;
import dev.smokerunner.tickets.TicketWatch;
import dev.smokerunner.tickets.ZendeskAccount;
import dev.smokerunner.tickets.ZendeskAccount.ApiToken;
import dev.smokerunner.tickets.ZendeskAccount.OAuthClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZendeskReaderTest {
    private static final Target SITE = new Target.LiveSite(URI.create("https://www.example.com/"));

    private static final Path CONFIGS = Path.of("src/test/resources/config/accepted");
    private static final Secret ANY = new Secret("https://hooks.example.com/5e55104f00d");
    private static final URI URL = URI.create("https://example.zendesk.com");

    @TempDir
    private Path folder;

    private static ConfigFile accepted(String file) {
        return new ConfigFile(CONFIGS.resolve(file), name -> Optional.of(ANY.reveal()));
    }

    private ConfigFile config(String zendesk) throws IOException {
        Path file = Files.writeString(
                folder.resolve("signup.yaml"),
                "name: signup\nenvironments: {production: {url: \"https://www.example.com/\"}}\n" + zendesk);
        return new ConfigFile(file, name -> Optional.of(ANY.reveal()));
    }

    @Test
    void readsWhichTicketsAreAboutTheSiteAndWhenTheyMeanSomething() throws ConfigException {
        TicketWatch watch = accepted("every-key.yaml").signals(SITE).tickets().orElseThrow();

        assertThat(watch.account()).isEqualTo(new ZendeskAccount(URL, new OAuthClient("smoke", ANY)));
        assertThat(watch.match())
                .isEqualTo(new TicketMatch(
                        List.of("signup", "sign up"),
                        Set.of("web"),
                        Set.of(360_000_123_456L),
                        Set.of(360_000_654_321L),
                        List.of(new UrlPattern("www.example.com/signup/*"))));
        assertThat(watch.rule()).isEqualTo(new TicketRule(Optional.of(3), Duration.ofHours(2), Duration.ofHours(6)));
        assertThat(watch.every()).isEqualTo(Duration.ofMinutes(2));
        assertThat(watch.showsSubjects()).isTrue();
    }

    @Test
    void takesWhatIsUsualForWhatIsNotSaid() throws ConfigException {
        TicketWatch watch =
                accepted("every-key-of-browsers.yaml").signals(SITE).tickets().orElseThrow();

        assertThat(watch.account()).isEqualTo(new ZendeskAccount(URL, new ApiToken("smoke@example.com", ANY)));
        assertThat(watch.rule()).isEqualTo(TicketRule.USUAL);
        assertThat(watch.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(watch.showsSubjects()).isFalse();
    }

    @Test
    void readsWhatTheTicketOfAnIncidentIsLike() throws ConfigException {
        assertThat(accepted("every-key.yaml").alerts(new WebClient()).channels())
                .filteredOn(SupportChannel.class::isInstance)
                .extracting(channel -> ((SupportChannel) channel).settings())
                .containsExactly(
                        new SupportSettings(List.of("smoke-incident", "web-team"), Optional.of(360_000_111_222L)));
    }

    @Test
    void tellsSupportOfSevOneAndTwoBesidesAllOthers() throws Exception {
        ConfigFile file = config("alerts: {slack: {webhook: \"${secret:HOOK}\"}}\nzendesk: {url: \"" + URL
                + "\", client-id: smoke, client-secret: \"${secret:ZENDESK}\", tell-support: true}\n");
        AlertRoutes alerts = file.alerts(new WebClient());

        assertThat(names(alerts, Severity.SEV2)).containsExactly("slack", "zendesk");
        assertThat(names(alerts, Severity.SEV3)).containsExactly("slack");
        assertThat(file.signals(SITE).tickets()).isEmpty();
    }

    private static List<String> names(AlertRoutes alerts, Severity severity) {
        return alerts.of(severity).stream().map(AlertChannel::name).toList();
    }

    @Test
    void watchesNothingWhereNothingIsSaid() throws Exception {
        assertThat(config("").signals(SITE).tickets()).isEmpty();
        assertThat(config("").alerts(new WebClient())).isEqualTo(AlertRoutes.NONE);
    }
}
