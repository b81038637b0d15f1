package dev.smokerunner.observe.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecodedTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void readsUtf8WhereNothingIsSaid() {
        assertThat(DecodedText.html(Headers.NONE, body("grün", StandardCharsets.UTF_8)))
                .isEqualTo("grün");
    }

    @Test
    void readsTheEncodingOfTheHeader() {
        assertThat(DecodedText.html(type("text/html; Charset=\"ISO-8859-1\""), body("grün €", WINDOWS)))
                .isEqualTo("grün €");
    }

    @Test
    void readsTheEncodingOfThePage() {
        String page = "<!-- <meta charset=utf-16> --><meta http-equiv=x content='text/html; charset=windows-1252'>grün";

        assertThat(DecodedText.html(type("text/html"), body(page, WINDOWS))).endsWith("grün");
    }

    @Test
    void believesAByteOrderMarkMoreThanTheHeader() {
        assertThat(DecodedText.html(type("text/html; charset=iso-8859-1"), body("\uFEFFgrün", StandardCharsets.UTF_8)))
                .isEqualTo("grün");
    }

    @Test
    void readsUtf16WithAByteOrderMark() {
        assertThat(DecodedText.other(Headers.NONE, body("\uFEFFgrün", StandardCharsets.UTF_16LE)))
                .isEqualTo("grün");
    }

    @Test
    void doesNotBelieveAReadablePageThatItIsUtf16() {
        assertThat(DecodedText.html(Headers.NONE, body("<meta charset=utf-16>grün", StandardCharsets.UTF_8)))
                .endsWith("grün");
    }

    @Test
    void readsTheEncodingOfAStyleSheet() {
        assertThat(DecodedText.other(Headers.NONE, body("@charset \"windows-1252\"; a{b:'grün'}", WINDOWS)))
                .contains("grün");
    }

    @Test
    void fallsBackWhereTheNamedEncodingDoesNotExist() {
        assertThat(DecodedText.html(type("text/html; charset=utf-99"), body("grün", StandardCharsets.UTF_8)))
                .isEqualTo("grün");
    }

    @Test
    void replacesBytesThatAreNoText() {
        assertThat(DecodedText.html(Headers.NONE, new Body(new byte[] {'a', (byte) 0xff, 'b'}, 3, "")))
                .isEqualTo("a\uFFFDb");
    }

    private static Headers type(String value) {
        return new Headers(Map.of("Content-Type", List.of(value)));
    }

    private static Body body(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return new Body(bytes, bytes.length, "");
    }
}
