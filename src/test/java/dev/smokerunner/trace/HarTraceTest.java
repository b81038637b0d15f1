package dev.smokerunner.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.JudgingTerms;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.run.SeenRun;
import dev.smokerunner.serving.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarTraceTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");

    private final HarTrace trace = new HarTrace();

    @Test
    void tellsEachRequestInTheOrderInWhichTheyBegan() {
        JsonNode log = traced(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "app.js?v=3&x")
                        .answered(200, "text/javascript")
                        .ofBytes(1234)
                        .startedAfter(Duration.ofMillis(250))
                        .taking(Duration.ofMillis(40))));

        JsonNode entry = last(log.path("entries"));
        assertThat(entry.at("/request/url").asString()).isEqualTo("https://shop.example/app.js?v=3&x");
        assertThat(entry.at("/request/queryString").toString())
                .isEqualTo("[{\"name\":\"v\",\"value\":\"3\"},{\"name\":\"x\",\"value\":\"\"}]");
        assertThat(entry.path("startedDateTime").asString()).isEqualTo("2026-03-01T10:00:00.250Z");
        assertThat(entry.path("time").asDouble()).isEqualTo(40.0);
        assertThat(entry.at("/response/bodySize").asLong()).isEqualTo(1234);
        assertThat(entry.at("/response/content/mimeType").asString()).isEqualTo("text/javascript");
        assertThat(entry.at("/response/content").has("text")).isFalse();
        assertThat(entry.path("pageref").asString()).isEqualTo("page_1");
    }

    @Test
    void tellsARedirectAsAnEntryOfItsOwn() {
        JsonNode log =
                traced(APage.healthy().requested(ARequest.of(Kind.CALL, "old").redirectedTo("new")));

        JsonNode entries = log.path("entries");
        JsonNode hop = entries.get(entries.size() - 2);
        assertThat(hop.at("/response/status").asInt()).isEqualTo(302);
        assertThat(hop.at("/response/redirectURL").asString()).isEqualTo("https://shop.example/new");
        assertThat(last(entries).at("/request/url").asString()).isEqualTo("https://shop.example/new");
    }

    @Test
    void tellsWhatFailedAndWhatIsStillOpen() {
        JsonNode entries = traced(APage.healthy()
                        .requested(ARequest.of(Kind.SCRIPT, "a.js").failing(NetworkFailure.Kind.REFUSED, "refused"))
                        .requested(ARequest.of(Kind.CALL, "slow").open()))
                .path("entries");

        JsonNode failed = entries.get(entries.size() - 2);
        assertThat(failed.path("_error").asString()).isEqualTo("refused");
        assertThat(failed.at("/response/status").asInt()).isZero();
        assertThat(last(entries).path("comment").asString()).isEqualTo("still open when the visit ended");
    }

    @Test
    void showsNoSecretAndNoValueOfACookie() {
        String har = har(APage.healthy()
                .requested(ARequest.of(Kind.CALL, "me?key=s3cret")
                        .with("set-cookie", "sid=4711abcd; Path=/; HttpOnly")
                        .with("x-echo", "s3cret")));

        assertThat(har)
                .contains("sid=***; Path=/; HttpOnly", "me?key=***")
                .doesNotContain("s3cret")
                .doesNotContain("4711abcd");
    }

    @Test
    void saysOfAPageThatNoBrowserVisitedWhy() {
        JsonNode log = traced(APage.healthy().withoutBrowser("--browser none", Captured.Fault.NOT_ASKED));

        assertThat(log.at("/pages/0/comment").asString()).isEqualTo("no browser visited it: --browser none");
        assertThat(log.path("entries")).isEmpty();
    }

    @Test
    void hasOnePageForEachVisitInTheirOrder() {
        trace.page(seen(1, "b/", Captured.unseen("it was too late", Captured.Fault.TOOL)), text -> text);
        trace.page(seen(0, "a/", Captured.seen(APage.healthy().seen())), text -> text);
        end();

        JsonNode pages = new JsonMapper().readTree(trace.json()).at("/log/pages");

        assertThat(pages.findValuesAsString("title"))
                .containsExactly("https://shop.example/a/", "https://shop.example/b/");
        assertThat(pages.at("/1/comment").asString()).isEqualTo("no browser visited it: it was too late");
    }

    @Test
    void isHeldToTheSchemaByItsTests() {
        assertThatThrownBy(() -> HarSchema.accepts("{\"log\": {\"version\": 1.2, \"entries\": [{}]}}"))
                .isInstanceOf(AssertionError.class);
    }

    private JsonNode traced(APage page) {
        return new JsonMapper().readTree(har(page)).path("log");
    }

    private String har(APage page) {
        trace.page(seen(0, "./", Captured.seen(page.seen())), text -> text.replace("s3cret", "***"));
        end();
        String har = new String(trace.json(), StandardCharsets.UTF_8);
        HarSchema.accepts(har);
        return har;
    }

    private void end() {
        SmokeResult.Subject subject = new SmokeResult.Subject(
                "shop", Optional.empty(), Optional.empty(), "production", Audience.CUSTOMERS, APage.URL.toString());
        JudgingTerms terms = new JudgingTerms(subject, new Target.LiveSite(APage.URL), List.of(), 1, Severity.SEV3);
        trace.end(new SeenRun(terms, BEGAN, Duration.ofSeconds(1), Optional.empty()), text -> text);
    }

    private static SeenPage seen(int number, String path, Captured<PageObservation> observation) {
        return new SeenPage(
                number,
                new PagePlan(path, Expectations.NONE),
                Optional.empty(),
                APage.URL,
                APage.URL.resolve(path),
                Optional.empty(),
                observation);
    }

    private static JsonNode last(JsonNode list) {
        return list.get(list.size() - 1);
    }
}
