package dev.smokerunner.observe.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.NamedAddresses;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observation.RefusalFact.UncomparedDigest;
import dev.smokerunner.observation.RefusalFact.UndecodedFont;
import dev.smokerunner.observation.RefusalFact.UnreadIntegrity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReaderTest {
    private static final URI URL = URI.create("https://shop.example/app.js");

    private static BrowserMessage at(URI url) {
        return new BrowserMessage(
                Source.SECURITY,
                Level.ERROR,
                Quote.EMPTY,
                List.of(),
                NamedAddresses.NONE,
                Optional.of(url.toString()),
                1,
                0,
                1);
    }

    private static RefusedType type(String text, boolean isBrowsersOwn) {
        List<RefusalFact> facts = FileReader.type(text, isBrowsersOwn).toList();
        assertThat(facts).hasSize(1);
        return (RefusedType) facts.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Refused to execute script from 'https://shop.example/app.js' because its MIME type ('text/HTML') is not"
                        + " executable, and strict MIME type checking is enabled. | text/html",
                "Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a"
                        + " MIME type of \"text/plain\". | text/plain",
                "Refused to apply style from 'https://shop.example/a.css' because its MIME type ('') is not a supported"
                        + " stylesheet MIME type, and strict MIME checking is enabled. | ''",
            })
    void tellsTheTypeThatWasRefused(String text, String type) {
        assertThat(type(text, true).type()).isEqualTo(type);
    }

    @Test
    void isAboutTheFileThatTheTextNames() {
        RefusedType refused =
                type("Refused to execute script from '" + URL + "' because its MIME type ('') is none", true);

        assertThat(refused.isAbout(URL, at(URI.create("https://shop.example/"))))
                .isTrue();
        assertThat(refused.isAbout(URI.create(URL + "?2"), at(URL))).isFalse();
    }

    @Test
    void isAboutThePlaceWhereTheTextNamesNone() {
        RefusedType refused = type("Failed to load module script: a MIME type of \"text/plain\"", true);

        assertThat(refused.isAbout(URL, at(URL))).isTrue();
    }

    @Test
    void isNotAboutTheScriptThatReportsIt() {
        RefusedType refused = type("no worker: the script has an unsupported MIME type ('text/html')", false);

        assertThat(refused.isAbout(URL, at(URL))).isFalse();
    }

    @Test
    void isNotAboutTheScopeOfAWorker() {
        String text =
                "SecurityError: Failed to register a ServiceWorker for scope ('https://shop.example/app/') with script"
                        + " ('https://shop.example/app.js'): The script has an unsupported MIME type ('text/html').";
        RefusedType refused = type(text, false);

        assertThat(refused.isAbout(URL, at(URL))).isTrue();
        assertThat(refused.isAbout(URI.create("https://shop.example/app/"), at(URL)))
                .isFalse();
    }

    @Test
    void leavesOtherMessagesAlone() {
        assertThat(FileReader.type("the MIME type is fine", true)).isEmpty();
        assertThat(FileReader.digest("the integrity is fine")).isEmpty();
        assertThat(FileReader.integrity("the integrity is fine")).isEmpty();
        assertThat(FileReader.font("the font is fine")).isEmpty();
    }

    @Test
    void readsTheDigestOfWhatCame() {
        assertThat(FileReader.digest("Failed to find a valid digest in the 'integrity' attribute for resource '" + URL
                        + "' with computed SHA-384 integrity 'abc+/='. The resource has been blocked."))
                .containsExactly(new RefusedDigest(URL.toString(), "sha384-abc+/="));
    }

    @Test
    void readsThatBytesMayNotBeCompared() {
        assertThat(
                        FileReader.integrity(
                                "Subresource Integrity: The resource '" + URL + "' has an integrity attribute, but"
                                        + " the resource requires the request to be CORS enabled to check the integrity, and it is not."))
                .containsExactly(new UncomparedDigest(URL.toString()));
    }

    @Test
    void readsAnIntegrityThatSaysNothing() {
        assertThat(FileReader.integrity(
                        "Error parsing 'integrity' attribute ('md5-abc'). The specified hash algorithm must"
                                + " be one of 'sha256', 'sha384', or 'sha512'."))
                .containsExactly(new UnreadIntegrity("md5-abc"));
    }

    @Test
    void readsWhichFontIsDamaged() {
        assertThat(FileReader.font("Failed to decode downloaded font: https://shop.example/a.woff2"))
                .containsExactly(new UndecodedFont("https://shop.example/a.woff2"));
    }
}
