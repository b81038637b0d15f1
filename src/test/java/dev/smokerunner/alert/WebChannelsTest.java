package dev.smokerunner.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Alert.Kind;
import dev.smokerunner.alert.Delivery.Delayed;
import dev.smokerunner.alert.Delivery.Delivered;
import dev.smokerunner.alert.Delivery.Refused;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each channel that speaks HTTP sends, and what it makes of the answers. */
class WebChannelsTest {
    private final MockWebServer server = new MockWebServer();
    private final WebClient client = new WebClient();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void triggerAnAlertOfPagerDutyByTheKeyOfTheIncident() throws InterruptedException {
        answer(202, "{\"status\":\"success\"}");

        assertThat(pagerDuty().send(AnAlert.of(Kind.OPENED))).isEqualTo(new Delivered());

        JsonNode event = sent();
        assertThat(event.at("/event_action").asString()).isEqualTo("trigger");
        assertThat(event.at("/dedup_key").asString()).isEqualTo("signup/production/asset-missing:1f");
        assertThat(event.at("/payload/summary").asString())
                .isEqualTo("Sev 2 signup (production): the script /js/main-3f9a.js does not load: 404");
        assertThat(event.at("/payload/severity").asString()).isEqualTo("error");
        assertThat(event.at("/payload/timestamp").asString()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(event.at("/payload/custom_details/text").asString())
                .contains("hint: the package has js/main-77b1.js", "Changed lately: release 2.4.1");
        assertThat(event.at("/links/0/href").asString()).isEqualTo("https://wiki.example.com/signup");
    }

    @Test
    void resolveItByTheSameKey() throws InterruptedException {
        answer(202, "{}");

        pagerDuty().send(AnAlert.of(Kind.RESOLVED));

        JsonNode event = sent();
        assertThat(event.at("/event_action").asString()).isEqualTo("resolve");
        assertThat(event.at("/dedup_key").asString()).isEqualTo("signup/production/asset-missing:1f");
    }

    @Test
    void tellPagerDutyOfAReleaseAsOfAChange() throws InterruptedException {
        answer(202, "{}");

        assertThat(pagerDuty().send(AnAlert.of(Kind.RELEASED))).isEqualTo(new Delivered());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v2/change/enqueue");
        JsonNode event = JsonMapper.shared().readTree(request.getBody().utf8());
        assertThat(event.propertyNames()).containsExactly("routing_key", "payload", "links");
        assertThat(event.at("/payload/summary").asString())
                .isEqualTo("Released: signup (production): release 2.4.1, 40 s before");
        assertThat(event.at("/payload/source").asString()).isEqualTo("https://www.example.com/signup/");
        assertThat(event.at("/payload/timestamp").asString()).isEqualTo("2026-03-02T12:02:00Z");
        assertThat(event.at("/payload/custom_details/environment").asString()).isEqualTo("production");
    }

    @Test
    void tellNoRulesetOfPagerDutyOfReleases() {
        Secret ruleset = new Secret("R123456789abcdef0123456789abcdef");

        assertThat(pagerDuty().takesReleases()).isTrue();
        assertThat(new PagerDutyChannel(client, server.url("/").uri(), ruleset).takesReleases())
                .isFalse();
        assertThat(slack().takesReleases()).isFalse();
    }

    @Test
    void cutASummaryThatPagerDutyWouldRefuse() throws InterruptedException {
        answer(202, "{}");

        pagerDuty().send(AnAlert.of(Kind.OPENED, "x".repeat(5000)));

        assertThat(sent().at("/payload/summary").asString()).hasSizeLessThanOrEqualTo(1024);
    }

    @Test
    void giveSlackNoTextThatItWouldTakeForALinkOrAMention() throws InterruptedException {
        answer(200, "ok");

        assertThat(slack().send(AnAlert.of(Kind.OPENED, "<!channel> & <https://evil.example|click>")))
                .isEqualTo(new Delivered());

        JsonNode message = sent();
        assertThat(message.at("/text").asString()).contains("&lt;!channel&gt; &amp; &lt;https");
        assertThat(message.at("/blocks/0/text/type").asString()).isEqualTo("plain_text");
    }

    @Test
    void giveTeamsACardWhoseTextIsNoMarkdown() throws InterruptedException {
        answer(202, "");

        assertThat(teams().send(AnAlert.of(Kind.OPENED, "[click](https://evil.example)")))
                .isEqualTo(new Delivered());

        JsonNode card = sent().at("/attachments/0/content");
        assertThat(card.at("/type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/type").asString()).isEqualTo("RichTextBlock");
        assertThat(card.at("/body/0/inlines/0/text").asString()).contains("[click](https://evil.example)");
        assertThat(card.at("/actions/0/url").asString()).isEqualTo("https://smoke.example.com/reports/7/");
    }

    @Test
    void signWhatAWebhookGets() throws Exception {
        answer(204, "");
        WebhookChannel webhook = new WebhookChannel(client, address("/hook"), Optional.of(new Secret("k3y")));

        assertThat(webhook.send(AnAlert.of(Kind.OPENED))).isEqualTo(new Delivered());

        RecordedRequest request = server.takeRequest();
        byte[] body = request.getBody().toByteArray();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("k3y".getBytes(), "HmacSHA256"));
        String expected = java.util.HexFormat.of().formatHex(mac.doFinal(body));
        assertThat(request.getHeaders().get("X-Signature-256")).isEqualTo("sha256=" + expected);
        assertThat(request.getHeaders().get("Idempotency-Key")).matches("[0-9a-f]{64}");
        assertThat(JsonMapper.shared().readTree(body).at("/findings/0/kind").asString())
                .isEqualTo("asset-missing");
    }

    /** A header takes the letters of ASCII alone, and sites are called as their people like. */
    @Test
    void tellAWebhookOfASiteWhateverItIsCalled() throws InterruptedException {
        answer(204, "");
        Alert alert = AnAlert.of(Kind.OPENED);
        Alert named = new Alert(
                "größe/production@1:webhook",
                alert.kind(),
                alert.key(),
                alert.site(),
                alert.severity(),
                alert.since(),
                alert.at(),
                alert.confirmation(),
                alert.troubles(),
                alert.changes(),
                alert.report(),
                alert.screenshot(),
                alert.incident());

        assertThat(new WebhookChannel(client, address("/hook"), Optional.empty()).send(named))
                .isEqualTo(new Delivered());

        assertThat(sent().at("/id").asString()).isEqualTo("größe/production@1:webhook");
    }

    private Stream<AlertChannel> channels() {
        return Stream.of(pagerDuty(), slack(), teams(), new WebhookChannel(client, address("/hook"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void sendAgainWhatCouldNotBeTakenNow(int status) {
        channels().forEach(channel -> {
            answer(status, "later");

            assertThat(channel.send(AnAlert.of(Kind.OPENED)))
                    .as(channel.name())
                    .isEqualTo(new Delayed("status " + status + ": later", Optional.empty()));
        });
    }

    @Test
    void leaveAChannelAloneForAsLongAsItAsks() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "37")
                .build());

        assertThat(slack().send(AnAlert.of(Kind.OPENED)))
                .isEqualTo(new Delayed("status 429", Optional.of(Duration.ofSeconds(37))));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 401, 403, 404, 410})
    void neverSendAgainWhatWasRefused(int status) {
        channels().forEach(channel -> {
            answer(status, "invalid_payload");

            assertThat(channel.send(AnAlert.of(Kind.OPENED)))
                    .as(channel.name())
                    .isEqualTo(new Refused("status " + status + ": invalid_payload"));
        });
    }

    @Test
    void sendAgainWhereTheConnectionBreaks() {
        SocketEffect end = new SocketEffect.CloseSocket();
        channels().forEach(channel -> {
            server.enqueue(new MockResponse.Builder().onRequestStart(end).build());
            server.enqueue(new MockResponse.Builder().onResponseStart(end).build());

            assertThat(channel.send(AnAlert.of(Kind.OPENED))).as(channel.name()).isInstanceOf(Delayed.class);
            assertThat(channel.send(AnAlert.of(Kind.OPENED))).as(channel.name()).isInstanceOf(Delayed.class);
        });
    }

    @Test
    void neverQuoteAnAddressThatIsASecret() {
        Secret address = address("/services/T0/B0/hidden");
        answer(404, "no such hook: " + address.reveal());

        assertThat(new SlackChannel(client, address)
                        .send(AnAlert.of(Kind.OPENED))
                        .toString())
                .doesNotContain("hidden");
        server.close();
        assertThat(new SlackChannel(client, address)
                        .send(AnAlert.of(Kind.OPENED))
                        .toString())
                .doesNotContain("hidden");
    }

    @Test
    void refuseAnAddressThatIsNone() {
        assertThat(new SlackChannel(client, new Secret("not an address")).send(AnAlert.of(Kind.OPENED)))
                .isEqualTo(new Refused("its address is no http or https address"));
    }

    private AlertChannel pagerDuty() {
        return new PagerDutyChannel(
                client, URI.create(server.url("/").toString()), new Secret("0123456789abcdef0123456789abcdef"));
    }

    private AlertChannel slack() {
        return new SlackChannel(client, address("/slack"));
    }

    private AlertChannel teams() {
        return new TeamsChannel(client, address("/teams"));
    }

    private Secret address(String path) {
        return new Secret(server.url(path).toString());
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private JsonNode sent() throws InterruptedException {
        return JsonMapper.shared().readTree(server.takeRequest().getBody().toByteArray());
    }
}
