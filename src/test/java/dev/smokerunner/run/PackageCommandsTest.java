package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.target.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandsTest {
    private static final URI BASE = URI.create("http://127.0.0.1:4711/");
    private static final Target PACKAGE = new Target.Package(Path.of("build/site"), Map.of());

    @Test
    void looksAtTheLinesOfAFileThatThePackageServed() {
        assertThat(lasting("curl -sS 'http://127.0.0.1:4711/' | sed -n '16,18p'", PACKAGE))
                .isEqualTo("sed -n '16,18p' 'build/site/index.html'");
    }

    @Test
    void asksTheServerBehindTheProxyItself() {
        Target proxied = new Target.Package(
                Path.of("build/site"), Map.of("/api/", URI.create("https://user:secret@api.staging.example/v2/")));

        assertThat(lasting("curl -sS -o /dev/null -D - 'http://127.0.0.1:4711/api/towns?x=1'", proxied))
                .isEqualTo("curl -sS -o /dev/null -D - 'https://api.staging.example/v2/towns?x=1'");
    }

    @Test
    void looksAtTheStartOfAFile() {
        assertThat(lasting("curl -sS 'http://127.0.0.1:4711/js/app.js?v=2' | head -c 300", PACKAGE))
                .isEqualTo("head -c 300 'build/site/js/app.js'");
    }

    @Test
    void looksForAFileThatIsMissing() {
        assertThat(lasting("curl -sS -o /dev/null -D - 'http://127.0.0.1:4711/js/app.js'", PACKAGE))
                .isEqualTo("ls -l 'build/site/js/app.js'");
    }

    @Test
    void spellsAFileAsItIsNamedOnDiskAndNotAsItsUrlDoes() {
        assertThat(lasting("curl -sS -o /dev/null -D - 'http://127.0.0.1:4711/my%20pics/a+b.png?v=1'", PACKAGE))
                .isEqualTo("ls -l 'build/site/my pics/a+b.png'");
    }

    @Test
    void letsNoNameBreakOutOfItsQuotes() {
        assertThat(lasting("curl -sS 'http://127.0.0.1:4711/a'\\'';reboot;'\\''.js' | head -c 300", PACKAGE))
                .isEqualTo("head -c 300 'build/site/a'\\'';reboot;'\\''.js'");
        assertThat(lasting("curl -sS 'http://127.0.0.1:4711/a%27;reboot;%27.js' | head -c 300", PACKAGE))
                .isEqualTo("head -c 300 'build/site/a'\\'';reboot;'\\''.js'");
    }

    @Test
    void readsOutOfAZip(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("site.zip"), "");
        Target zip = new Target.Package(path, Map.of());

        assertThat(lasting("curl -sS 'http://127.0.0.1:4711/js/a.js' | head -c 300", zip))
                .isEqualTo("unzip -p '" + path + "' 'js/a.js' | head -c 300");
        assertThat(lasting("curl -sS -o /dev/null -D - 'http://127.0.0.1:4711/js/%5Bid%5D.js'", zip))
                .isEqualTo("unzip -l '" + path + "' 'js/\\[id\\].js'");
    }

    @Test
    void makesTheDigestOfAFile() {
        String digest = " | openssl dgst -sha384 -binary | openssl base64 -A";

        assertThat(lasting("curl -sS 'http://127.0.0.1:4711/a.js'" + digest, PACKAGE))
                .isEqualTo("openssl dgst -sha384 -binary 'build/site/a.js' | openssl base64 -A");
    }

    @Test
    void takesANameOfAnyLength() {
        String name = "%27".repeat(20_000) + ".js";

        assertThat(lasting("curl -sS -o /dev/null -D - 'http://127.0.0.1:4711/" + name + "'", PACKAGE))
                .startsWith("ls -l 'build/site/'");
    }

    @Test
    void leavesACommandForAnotherPlaceAlone() {
        String command = "curl -sS 'https://cdn.example.net/lib.js'";

        assertThat(lasting(command, PACKAGE)).isEqualTo(command);
    }

    @Test
    void leavesTheCommandsOfALiveSiteAlone() {
        String command = "curl -sS 'http://127.0.0.1:4711/js/app.js'";

        assertThat(lasting(command, new Target.LiveSite(BASE))).isEqualTo(command);
    }

    private static String lasting(String command, Target target) {
        Finding finding = Finding.on(BASE, "asset-status", Severity.SEV2, "subject")
                .reproduce(command)
                .build();
        CheckResult result = CheckResult.judged("asset-status", 1, List.of(finding));
        return PackageCommands.lasting(result, target, BASE)
                .findings()
                .get(0)
                .reproduce()
                .orElseThrow();
    }
}
