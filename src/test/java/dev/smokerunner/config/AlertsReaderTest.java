package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.MailChannel;
import dev.smokerunner.alert.MailServer;
import dev.smokerunner.alert.PagerDutyChannel;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.alert.WebhookChannel;
import dev.smokerunner.result.Severity;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertsReaderTest {
    private static final Path CONFIGS = Path.of("src/test/resources/config/accepted");
    private static final Secret ANY = new Secret("https://hooks.example.com/5e55104f00d");

    private final WebClient client = new WebClient();

    @Test
    void readEveryChannelAndRoute() throws ConfigException {
        AlertRoutes alerts = alerts("every-key.yaml");

        assertThat(alerts.channels())
                .extracting(AlertChannel::name)
                .containsExactly("pagerduty", "slack", "teams", "webhook", "email", "zendesk");
        assertThat(alerts.channels())
                .contains(
                        new PagerDutyChannel(client, URI.create("https://events.eu.pagerduty.com"), ANY),
                        new WebhookChannel(client, ANY, Optional.of(ANY)),
                        new MailChannel(
                                new MailServer("mail.example.com", 465, true, Optional.of("smoke"), Optional.of(ANY)),
                                "smoke@example.com",
                                List.of("web-team@example.com")));
    }

    @Test
    void sendToTheChannelsOfItsSeverity() throws ConfigException {
        AlertRoutes alerts = alerts("every-key.yaml");

        assertThat(names(alerts, Severity.SEV1)).containsExactly("pagerduty", "slack", "zendesk");
        assertThat(names(alerts, Severity.SEV2)).containsExactly("pagerduty", "slack", "zendesk");
        assertThat(names(alerts, Severity.SEV3)).containsExactly("email");
        assertThat(names(alerts, Severity.SEV4)).isEmpty();
    }

    @Test
    void sendEverythingToAllWhereThereAreNoRoutes() throws ConfigException {
        AlertRoutes alerts = new AlertRoutes(alerts("every-key.yaml").channels(), List.of());

        assertThat(names(alerts, Severity.SEV5)).hasSize(6);
    }

    @Test
    void tellNobodyWhereNothingIsConfigured() throws ConfigException {
        assertThat(alerts("every-key-of-browsers.yaml")).isEqualTo(AlertRoutes.NONE);
    }

    private AlertRoutes alerts(String file) throws ConfigException {
        return new ConfigFile(CONFIGS.resolve(file), name -> Optional.of(ANY.reveal())).alerts(client);
    }

    private static List<String> names(AlertRoutes alerts, Severity severity) {
        return alerts.of(severity).stream().map(AlertChannel::name).toList();
    }
}
