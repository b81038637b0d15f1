package dev.smokerunner.observe.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import dev.smokerunner.target.PackedFiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageReaderTest {
    private final Map<String, String> texts = new TreeMap<>();

    private PackageReaderTest with(String key, String text) {
        texts.put(key, text);
        return this;
    }

    private PackagedFile file(String key) {
        return PackageReader.read(new Texts(texts)).value().orElseThrow().files().stream()
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

    @Test
    void aFileDoesNotNameItself() {
        assertThat(with("a.js", "//# a.js").file("a.js").namedBy()).isEmpty();
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

    private record Texts(Map<String, String> texts) implements PackedFiles {
        @Override
        public List<String> keys() {
            return List.copyOf(texts.keySet());
        }

        @Override
        public long bytes(String key) {
            return texts.get(key).length();
        }

        @Override
        public InputStream open(String key) {
            return new ByteArrayInputStream(texts.get(key).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
