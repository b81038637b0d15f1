package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.standin.DownloadSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code smoke install} against a stand-in of the download site. */
class InstallCommandIT {
    @TempDir
    private Path cache;

    private final Map<String, String> environment = new HashMap<>();
    private DownloadSite site;

    @BeforeEach
    void start() throws IOException {
        site = new DownloadSite();
        environment.put("SE_CACHE_PATH", cache.toString());
        environment.put("SE_BROWSER_MIRROR_URL", site.url());
        environment.put("SE_DRIVER_MIRROR_URL", site.url());
        environment.put("CI", "false");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Call install(String... browser) {
        String[] arguments = new String[browser.length + 1];
        arguments[0] = "install";
        System.arraycopy(browser, 0, arguments, 1, browser.length);
        return Call.smoke(new StubApplication().with(environment), arguments);
    }

    @Test
    void fetchesABrowserAndSaysFromWhereAndWhereTo() {
        Call call = install();

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.out())
                .startsWith("chrome " + DownloadSite.VERSION + "\nfrom:      " + site.url() + "/")
                .contains("to:        " + cache)
                .endsWith("verified:  it starts and says its version; no checksum was compared\n");
    }

    @Test
    void doesNotFetchItTwice() {
        install("chrome");
        site.asked().clear();

        Call second = install("chrome");

        assertThat(second.out()).contains("from:      the cache");
        assertThat(site.asked()).noneMatch(path -> path.contains("/chrome-"));
    }

    @Test
    void isRefusedInCiUnlessAsked() {
        environment.put("CI", "true");

        Call call = install("chrome");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err())
                .endsWith("smoke install: not fetched: nothing is fetched in CI unless SMOKE_INSTALL=1\n");
        assertThat(site.asked()).isEmpty();

        environment.put("SMOKE_INSTALL", "1");
        assertThat(install("chrome").code()).isZero();
    }

    @Test
    void saysWhatIsWrongWithAMirrorAndWithATruncatedZip() {
        site.truncated();
        assertThat(install("chrome").code()).isEqualTo(3);

        site.empty();
        Call call = install("chrome");
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("smoke install: chrome could not be fetched: ");
    }

    @Test
    void saysSoWhereNobodyListens() {
        site.close();

        Call call = install("chrome");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("chrome could not be fetched");
    }

    @Test
    void knowsNoOtherBrowser() {
        assertThat(install("opera").code()).isEqualTo(2);
    }
}
