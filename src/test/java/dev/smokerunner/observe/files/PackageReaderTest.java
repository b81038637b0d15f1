package dev.smokerunner.observe.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import dev.smokerunner.observation.UnvisitedPage;
import dev.smokerunner.serving.PackedFiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageReaderTest {
    private final Map<String, String> texts = new TreeMap<>();

    private PackageReaderTest with(String key, String text) {
        texts.put(key, text);
        return this;
    }

    private PackagedFile file(String key) {
        return PackageReader.read(new Texts(texts), Set.of(), Set.of()).value().orElseThrow().files().stream()
                .filter(file -> file.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsFilesWithTheirSizes() {
        assertThat(with("a.txt", "abc").file("a.txt").bytes()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "index.html | <script src='js/app.js'> | js/app.js",
                "index.html | <script src='/js/my%2Dapp.js?v=1'> | js/my-app.js",
                "index.html | <script data-main='js/app/Main' src=r.js> | js/app/Main.js",
                "index.html | <script>require(['Main'])</script> | js/Main.js",
                "index.html | <!--[if lt IE 9]><script src=old.js></script><![endif]--> | old.js",
                "a.js | import('./part.js') | part.js",
                "a.js | import b from './part' | js/part.js",
                "a.js | u(e)+\".\"+{422:\"ab12cd34\"}[e]+\".js\" | js/422.ab12cd34.js",
                "a.js | \"locale/\"+x+\".js\" | js/locale/de.js",
                "a.js | `locale/${x}.js` | locale/de.js",
                "a.js | \"js\\u002Fapp.js\" | js/app.js",
                "a.json | {\"a\":\"js\\/app.js\"} | js/app.js",
                "a.css | @import 'more.css' | css/more.css",
                "a.js | import(\"./Dining Area-9890E2Je.js\") | assets/Dining Area-9890E2Je.js",
                "a.js | import(`./Dining%20Area-9890E2Je.js`) | assets/Dining Area-9890E2Je.js",
                "a.js | ['assets/Plan (old), 2.css?v=1'] | assets/Plan (old), 2.css",
                "index.html | <script src='js/my app.js'> | js/my app.js",
                "a.js | 'use a.js and b.js' | b.js",
            })
    void findsWhoNamesAFile(String namer, String text, String named) {
        assertThat(with(namer, text).with(named, "x").file(named).namedBy()).containsExactly(namer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "index.html | <div id='app'> | js/app.js",
                "index.html | <!-- <script src=js/app.js></script> --> | js/app.js",
                "index.html | <script src=js/app-ab12cd34.js> | js/app-vendor.js",
                "index.html | <script src=js/app.ab12cd34.js> <i>vendor.ab12cd35</i> | js/vendor.ab12cd34.js",
                "app.js.map | {\"file\":\"app.js\"} | app.js",
                "notes.txt | app.js | app.js",
                "a.js | $('#app') | js/app.js",
            })
    void doesNotTakeEveryWordForAName(String namer, String text, String unnamed) {
        with(namer, text).with(unnamed, "x").with("js/app-ab12cd34.js", "y").with("js/app.ab12cd34.js", "z");

        assertThat(file(unnamed).namedBy()).isEmpty();
    }

    private List<UnvisitedPage> unvisited() {
        return PackageReader.read(new Texts(texts), Set.of("index.html"), Set.of("/api/"))
                .value()
                .orElseThrow()
                .unvisited();
    }

    @Test
    void seesWhatAPageThatIsNotVisitedRefersToInVain() {
        with("index.html", "<script src=gone.js></script>")
                .with("help/index.html", "<script src='../js/a%20b.js'></script><script src=gone.js></script>")
                .with("js/a b.js", "1");

        assertThat(unvisited()).extracting(UnvisitedPage::key).containsExactly("help/index.html");
        assertThat(unvisited().get(0).missing())
                .extracting(UnvisitedPage.Missing::key)
                .containsExactly("help/gone.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src='{{ url }}/a.js'></script>",
                "<% if (x) { %><script src=a.js></script><% } %>",
                "<script src=/api/config.js></script>",
                "<script src=https://cdn.example.net/a.js></script>",
                "<iframe src=./></iframe>",
                "<a href=gone.html>",
            })
    void doesNotTakeForAFileOfThePackageWhatIsNone(String html) {
        assertThat(with("help.html", html).with("index.html", "").unvisited()).isEmpty();
    }

    @Test
    void makesTheDigestsOfAFileWhoseIntegrityAPageStates() {
        with("help.html", "<script src=a.js integrity='sha256-x'></script>").with("a.js", "");

        UnvisitedPage.Claim claim = unvisited().get(0).claims().get(0);

        assertThat(claim.integrity()).isEqualTo("sha256-x");
        assertThat(claim.digests()).hasSize(3).contains("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void seesTheHostsOfATextInEachSpelling() {
        with("a.js", "'https://A.example.com:8443/x' + \"\\/\\/b.example.com/\" // c.example.com");

        assertThat(file("a.js").hosts()).containsExactlyInAnyOrder("a.example.com:8443", "b.example.com");
    }

    @Test
    void aFileDoesNotNameItself() {
        assertThat(with("a.js", "//# a.js").file("a.js").namedBy()).isEmpty();
    }

    @Test
    void tellsOnlyTheFirstOfManyThatNameAFileAndNeverItself() {
        with("app.js", "import './app.js'");
        for (int i = 10; i < 60; i++) {
            with("p" + i + "/page.js", "import '../app.js'; import './app.js'");
        }

        assertThat(file("app.js").namedBy())
                .hasSize(24)
                .startsWith("p10/page.js", "p11/page.js")
                .doesNotContain("app.js");
    }

    @Test
    void aNameThatManyFoldersHaveNamesTheFileInEach() {
        with("index.html", "<script src='page.js'></script>")
                .with("a/page.js", "x")
                .with("b/page.js", "x");

        assertThat(file("a/page.js").namedBy()).containsExactly("index.html");
        assertThat(file("b/page.js").namedBy()).containsExactly("index.html");
    }

    @Test
    void whoNamesAFileInSeveralWaysIsToldOnce() {
        with("a.js", "import './lib/part.js'; import './part'; 'part.js'").with("lib/part.js", "x");

        assertThat(file("lib/part.js").namedBy()).containsExactly("a.js");
    }

    @Test
    void aPathNamesTheFileInItsFolder() {
        with("index.html", "<script src='admin/app.js'>").with("app.js", "x").with("admin/app.js", "x");

        assertThat(file("admin/app.js").namedBy()).isNotEmpty();
        assertThat(file("app.js").namedBy()).isEmpty();
    }

    @Test
    void oneFingerprintForAllFilesNamesThoseWhoseWholeNameIsThere() {
        with("index.html", "<script src='js/app.ab12cd34.js'></script>")
                .with("js/app.ab12cd34.js", "x")
                .with("js/vendor.ab12cd34.js", "x");

        assertThat(file("js/vendor.ab12cd34.js").namedBy()).isEmpty();
    }

    @Test
    void tellsAScriptThatIsNothingButAnAddress() {
        with("icon-3F9A.js", "(()=>{var D=\"./icon-77B1.png\";})();\n//# sourceMappingURL=icon-3F9A.js.map\n")
                .with("logo.js", "const o=\"/assets/logo-77B1.svg\";export{o as default};\n")
                .with("plain.js", "export default '/a.svg'")
                .with("app.js", "(()=>{var D=\"./icon.png\";document.body.append(D)})();");

        assertThat(file("icon-3F9A.js").traits()).containsExactly(Trait.ADDRESS);
        assertThat(file("logo.js").traits()).containsExactly(Trait.ADDRESS);
        assertThat(file("plain.js").traits()).containsExactly(Trait.ADDRESS);
        assertThat(file("app.js").traits()).isEmpty();
    }

    @Test
    void tellsCodeForNodeFromCodeForBrowsers() {
        with("node.js", "const fs = require('fs');\nmodule.exports = 1;")
                .with("umd.js", "typeof exports === 'object' ? module.exports = f() : window.f = f()");

        assertThat(file("node.js").traits()).containsExactly(Trait.NODE_CODE);
        assertThat(file("umd.js").traits()).isEmpty();
    }

    @Test
    void seesAPrivateKeyByItsFirstLine() {
        with("deploy", "-----BEGIN " + "RSA PRIVATE KEY-----\nx").with("lib.js", "'-----BEGIN PRIVATE KEY-----'");

        assertThat(file("deploy").traits()).containsExactly(Trait.PRIVATE_KEY);
        assertThat(file("lib.js").traits()).isEmpty();
    }

    @Test
    void seesAnAddressWithAPasswordInIt() {
        with("config", "url = https://deploy:" + "s3cr3tWord@git.example/shop.git")
                .with(
                        "pattern",
                        "url = https://deploy:${TOKEN}@git.example/shop.git https://<name>:<word>@git.example/")
                .with("plain", "url = https://git.example:8443/shop.git, mail me: a@git.example");

        assertThat(file("config").traits()).containsExactly(Trait.CREDENTIALS);
        assertThat(file("pattern").traits()).isEmpty();
        assertThat(file("plain").traits()).isEmpty();
    }

    private record Texts(Map<String, String> texts) implements PackedFiles {
        @Override
        public List<String> keys() {
            return List.copyOf(texts.keySet());
        }

        @Override
        public boolean has(String key) {
            return texts.containsKey(key);
        }

        @Override
        public Instant changed(String key) {
            return Instant.EPOCH;
        }

        @Override
        public boolean isChanged() {
            return false;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }

        @Override
        public long bytes(String key) {
            return texts.get(key).length();
        }

        @Override
        public InputStream open(String key) {
            return new ByteArrayInputStream(texts.get(key).getBytes(StandardCharsets.UTF_8));
        }
    }
}
