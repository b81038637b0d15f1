package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandsTest {
    private static final URI BASE = URI.create("http://127.0.0.1:4711/");
    private static final Target.Package PACKAGE = new Target.Package(Path.of("build/site"), Map.of());

    private static URI served(String path) {
        return URI.create(BASE + path);
    }

    private static String lasting(Reproduction way, Target.Package target) {
        return new PackageCommands(target, BASE).of(way);
    }

    @Test
    void looksAtTheLinesOfAFileThatThePackageServed() {
        assertThat(lasting(Reproduction.lines(served(""), 16, 18), PACKAGE))
                .isEqualTo("sed -n '16,18p' 'build/site/index.html'");
    }

    @Test
    void asksTheServerBehindTheProxyItself() {
        Target.Package proxied = new Target.Package(
                Path.of("build/site"), Map.of("/api/", URI.create("https://user:secret@api.staging.example/v2/")));

        assertThat(lasting(Reproduction.headers(served("api/towns?x=1")), proxied))
                .isEqualTo("curl -sS -o /dev/null -D - 'https://api.staging.example/v2/towns?x=1'");
    }

    @Test
    void looksAtTheStartOfAFile() {
        assertThat(lasting(Reproduction.start(served("js/app.js?v=2")), PACKAGE))
                .isEqualTo("head -c 300 'build/site/js/app.js'");
        assertThat(lasting(Reproduction.bytes(served("a.woff2")), PACKAGE))
                .isEqualTo("head -c 300 'build/site/a.woff2' | od -c");
    }

    @Test
    void looksForAFileThatIsMissing() {
        assertThat(lasting(Reproduction.headers(served("js/app.js")), PACKAGE))
                .isEqualTo("ls -l 'build/site/js/app.js'");
    }

    @Test
    void looksForWhatAFileMentions() {
        assertThat(lasting(Reproduction.mentions(served("js/app.js"), "a | b.example"), PACKAGE))
                .isEqualTo("grep -o -i '.\\{0,60\\}a | b\\.example.\\{0,60\\}' 'build/site/js/app.js'");
    }

    @Test
    void spellsAFileAsItIsNamedOnDiskAndNotAsItsUrlDoes() {
        assertThat(lasting(Reproduction.headers(served("my%20pics/a+b.png?v=1")), PACKAGE))
                .isEqualTo("ls -l 'build/site/my pics/a+b.png'");
    }

    @Test
    void letsNoNameBreakOutOfItsQuotes() {
        assertThat(lasting(Reproduction.start(served("a';reboot;'.js")), PACKAGE))
                .isEqualTo("head -c 300 'build/site/a'\\'';reboot;'\\''.js'");
        assertThat(lasting(Reproduction.start(served("a%27;reboot;%27.js")), PACKAGE))
                .isEqualTo("head -c 300 'build/site/a'\\'';reboot;'\\''.js'");
    }

    @Test
    void readsOutOfAZip(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("site.zip"), "");
        Target.Package zip = new Target.Package(path, Map.of());

        assertThat(lasting(Reproduction.start(served("js/a.js")), zip))
                .isEqualTo("unzip -p '" + path + "' 'js/a.js' | head -c 300");
        assertThat(lasting(Reproduction.headers(served("js/%5Bid%5D.js")), zip))
                .isEqualTo("unzip -l '" + path + "' 'js/\\[id\\].js'");
    }

    @Test
    void makesTheDigestOfAFile() {
        assertThat(lasting(Reproduction.integrity(served("a.js"), "sha384"), PACKAGE))
                .isEqualTo("openssl dgst -sha384 -binary 'build/site/a.js' | openssl base64 -A");
    }

    @Test
    void takesANameOfAnyLength() {
        String name = "%27".repeat(20_000) + ".js";

        assertThat(lasting(Reproduction.headers(served(name)), PACKAGE)).startsWith("ls -l 'build/site/'");
    }

    @Test
    void leavesACommandForAnotherPlaceAlone() {
        assertThat(lasting(Reproduction.end(URI.create("https://cdn.example.net/lib.js")), PACKAGE))
                .isEqualTo("curl -sS 'https://cdn.example.net/lib.js' | tail -c 300");
    }
}
