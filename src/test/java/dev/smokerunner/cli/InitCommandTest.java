package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code smoke init} where it writes nothing. */
class InitCommandTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir
    private Path folder;

    private Call init(StubApplication application, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "init";
        args[1] = "-o";
        args[2] = folder.resolve("shop.yaml").toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Call.smoke(application, args);
    }

    private void writesNothing() {
        assertThat(folder.resolve("shop.yaml")).doesNotExist();
    }

    @Test
    void aPageThatFailsIsRefusedAndTold() {
        StubApplication application = new StubApplication(Verdict.FAIL);

        Call call = init(application, PAGE);

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).isEqualTo("1 told\n");
        assertThat(call.err()).isEqualTo("smoke init: nothing was written: a config is made from a page that passes\n");
        assertThat(application.settings.get(0).formats()).containsExactly("console");
        writesNothing();
    }

    @Test
    void whatCouldNotBeSeenIsInconclusive() {
        assertThat(init(new StubApplication(Verdict.INCONCLUSIVE), PAGE).code()).isEqualTo(3);
        writesNothing();
    }

    @Test
    void aFileIsNeverOverwritten() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "mine");
        StubApplication application = new StubApplication();

        Call call = init(application, PAGE);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("shop.yaml: expected a file that is not there yet, got one that is");
        assertThat(folder.resolve("shop.yaml")).hasContent("mine");
        assertThat(application.ran).isEmpty();
    }

    @Test
    void oneBrowserLooks() {
        assertThat(init(new StubApplication(), PAGE, "--browser", "chrome,firefox")
                        .err())
                .isEqualTo("--browser: expected one browser that looks, got \"chrome,firefox\"\n");
        assertThat(init(new StubApplication(), PAGE, "--browser", "none").code())
                .isEqualTo(2);
    }

    @Test
    void whatIsNothingIsRefused() {
        Call call = init(new StubApplication(), "no-such-folder");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("no-such-folder: expected a URL, a directory or a zip, got \"no-such-folder\","
                        + " and there is no such directory or file\n");
    }

    @Test
    void aCredentialInTheQueryGoesNowhere() {
        Call call = init(new StubApplication(), PAGE + "?lang=en&token=abc123");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("expected a URL that can stand in a file, got one with a credential in its query\n");
    }

    @Test
    void somethingMustBeNamed() {
        Call call = Call.smoke(new StubApplication(), "init");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("URL|DIR|ZIP");
    }
}
