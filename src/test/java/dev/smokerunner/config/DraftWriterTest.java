package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.init.ConfigDraft;
import dev.smokerunner.init.Entry;
import dev.smokerunner.init.EnvironmentDraft;
import dev.smokerunner.init.LeftOut;
import dev.smokerunner.init.PageDraft;
import dev.smokerunner.init.RequiredEntry;
import dev.smokerunner.init.ResponseTimeDraft;
import dev.smokerunner.result.Audience;
import dev.smokerunner.run.SmokePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drafted config as YAML: read back it is what was drafted, whatever the page called its things. */
class DraftWriterTest {
    private static final ResponseTimeDraft LIMITS = new ResponseTimeDraft(
            Optional.of(Duration.ofSeconds(2)), Duration.ofSeconds(5), Duration.ofSeconds(6), "ready after 300 ms");

    private static ConfigDraft draft(String text) {
        return new ConfigDraft(
                "shop",
                EnvironmentDraft.ofSite("https://shop.example/", false),
                Optional.of("firefox"),
                List.of(new PageDraft(
                        "./",
                        Optional.of(new Entry(text, text)),
                        List.of(
                                new RequiredEntry("form#order", Optional.empty(), text),
                                new RequiredEntry("h1", Optional.of(text), "a heading")),
                        List.of(new Entry("js/app-*.js", "a script tag")),
                        LIMITS)),
                List.of(new Entry("static.shopcdn.example", "its build")),
                List.of(new Entry("/api/config*", "a call")),
                List.of(new Entry(text, "noise")),
                List.of(new LeftOut(text, text)));
    }

    private static SmokePlan read(String yaml) throws ConfigException {
        return new ConfigFile(Path.of("smoke-configs/shop.yaml"), name -> Optional.of("REPLACED"))
                .plan(yaml, Selection.DEFAULT);
    }

    @Test
    void isReadBackAsItWasDrafted() throws ConfigException {
        SmokePlan plan = read(DraftWriter.write(draft("Our shop"), "Written by hand"));

        Expectations expected = plan.pages().get(0).expectations();
        assertThat(plan.subject().environment()).isEqualTo("production");
        assertThat(plan.subject().audience()).isEqualTo(Audience.CUSTOMERS);
        assertThat(plan.firstParty()).hasToString("[static.shopcdn.example]");
        assertThat(plan.browsers())
                .extracting(browser -> browser.name().title())
                .containsExactly("Firefox");
        assertThat(expected.required()).extracting(element -> element.css()).containsExactly("form#order", "h1");
        assertThat(expected.scripts()).hasToString("[js/app-*.js]");
        assertThat(expected.api()).extracting(call -> call.url().written()).containsExactly("/api/config*");
        assertThat(expected.responseTime().document()).contains(Duration.ofSeconds(2));
        assertThat(expected.responseTime().load()).isEqualTo(Duration.ofSeconds(5));
        assertThat(expected.responseTime().ready()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aPackageIsNamedAsOne() throws ConfigException {
        ConfigDraft packed = new ConfigDraft(
                "healthy",
                EnvironmentDraft.ofPackage("demo/healthy"),
                Optional.empty(),
                draft("x").pages(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        String yaml = DraftWriter.write(packed, "Written by hand");

        assertThat(read(yaml).subject().audience()).isEqualTo(Audience.TEAM);
        assertThat(yaml).doesNotContain("api:").doesNotContain("allow:").endsWith("# Left out: nothing.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\" # \"",
                "a\"\n  evil: true",
                "\\",
                "\\\"",
                "- {a: [b], &c *d !e |",
                "a: b # c",
                "'single'",
                "%TAG ---\n...",
                "\u0000\u0007\u001b[31m",
                "a\u0085b\u2028c\u2029d",
                "\u202eevil\u2066",
                "\ufeffx\ufffe",
                "🙂\ud83d",
                "\t tab",
                "yes",
                "null",
                "0x10",
                "<script>alert(1)</script>",
                "]]>::error::##teamcity["
            })
    void noTextOfThePageBreaksOut(String hostile) throws ConfigException {
        String yaml = DraftWriter.write(draft(hostile), hostile);

        Expectations expected = read(yaml).pages().get(0).expectations();
        assertThat(expected.required()).hasSize(2);
        assertThat(expected.allowedErrors()).hasSize(1);
        assertThat(expected.title().orElseThrow().written()).isEqualTo(hostile);
        assertThat(yaml.lines())
                .hasSameSizeAs(DraftWriter.write(draft("x"), "x").lines().toList());
        assertThat(yaml.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
    }

    @Test
    void aCommentIsCut() {
        assertThat(YamlText.comment("x".repeat(500))).hasSize(121);
    }
}
