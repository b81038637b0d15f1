package dev.smokerunner.observe.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.StatedDigest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReferencesTest {
    private static final String SHA1 = "0123456789012345678901234567890123456789";
    private static final String SRI = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static List<String> named(String path, String text) {
        return TableReferences.of(URI.create("https://shop.example/app/" + path), text, url -> true).stream()
                .map(TableReferencesTest::words)
                .toList();
    }

    private static String words(Reference reference) {
        return reference.url().orElseThrow().getPath() + " "
                + reference
                        .demands()
                        .digest()
                        .map(StatedDigest::keeper)
                        .map(Enum::name)
                        .orElse("-");
    }

    @Test
    void readsTheHashTableOfAWorkerWithWhatItKeepsLater() {
        String text = "{\"assetGroups\":[{\"installMode\":\"prefetch\",\"urls\":[\"/app/a.js\"]},"
                + "{\"installMode\":\"lazy\",\"urls\":[\"/app/b.png\"]}],\n\"hashTable\":{\"/app/a.js\":\"" + SHA1
                + "\",\"/app/b.png\":\"" + SHA1 + "\"}}";

        assertThat(named("ngsw.json", text)).containsExactly("/app/a.js RELEASE", "/app/b.png LATER");
    }

    @Test
    void saysWhereAnEntryStands() {
        String text = "{\"hashTable\": {\n  \"/a.js\": \"" + SHA1 + "\"\n}}";

        Reference reference = TableReferences.of(URI.create("https://shop.example/ngsw.json"), text, url -> true)
                .get(0);

        assertThat(reference.range().orElseThrow().line()).isEqualTo(2);
        assertThat(reference.range().orElseThrow().column()).isEqualTo(3);
        assertThat(reference.excerpt()).isEqualTo("\"/a.js\": \"" + SHA1 + "\"");
    }

    @Test
    void readsWhatAnApplicationStartsWithAndLeavesOutWhatDependsOnTheVisitor() {
        String text = "{\"resources\":{\"hash\":\"" + SRI + "\",\"assembly\":{\"A.wasm\":\"" + SRI
                + "\"},\"lazyAssembly\":{\"B.wasm\":\"" + SRI + "\"},\"pdb\":{\"A.pdb\":\"" + SRI
                + "\"},\"satelliteResources\":{\"de\":{\"de/A.wasm\":\"" + SRI + "\"}}}}";

        assertThat(named("_framework/blazor.boot.json", text))
                .containsExactly("/app/_framework/A.wasm START", "/app/_framework/B.wasm LATER");
    }

    @Test
    void readsTheManifestsOfBundlers() {
        assertThat(named(
                        "assets-manifest.json",
                        "{\"a.js\":{\"src\":\"js/a.js\",\"integrity\":\"" + SRI + "\"},\"a.js.map\":\"js/a.js.map\"}"))
                .containsExactly("/app/js/a.js MANIFEST");
        assertThat(named("asset-manifest.json", "{\"files\":{\"a.js\":\"/js/a.js\",\"m\":\"/js/a.js.map\"}}"))
                .containsExactly("/js/a.js -");
        assertThat(named(
                        ".vite/manifest.json",
                        "{\"src/a.js\":{\"file\":\"js/a.js\",\"src\":\"src/a.js\",\"css\":[\"a.css\"]}}"))
                .containsExactly("/app/js/a.js -", "/app/a.css -");
        assertThat(named("entrypoints.json", "{\"integrity\":{\"/build/a.js\":\"" + SRI + "\"}}"))
                .containsExactly("/build/a.js MANIFEST");
    }

    @Test
    void findsNothingInOtherTexts() {
        assertThat(named("ngsw.json", "<!doctype html>")).isEmpty();
        assertThat(named("ngsw.json", "{\"hashTable\":{\"/a.js\":\"1.2.3\"}}")).isEmpty();
        assertThat(named("manifest.json", "{\"name\":\"Shop\",\"icons\":[{\"src\":\"i.png\"}]}"))
                .isEmpty();
    }
}
