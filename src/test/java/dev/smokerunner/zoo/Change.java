package dev.smokerunner.zoo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * One thing that was done to the files of a site.
 *
 * <ul>
 *   <li>{@code edit F, replace T, with U}: T stands in F exactly once; {@code times N}: N times
 *   <li>{@code remove F}, {@code rename F, to G}, {@code copy F, to G}, {@code add F, text T}
 *       (or {@code base64 B}); {@code repeat N} writes the text N times
 *   <li>{@code convert F, to X}: {@code halved}, {@code empty}, {@code gzip}, {@code crlf}, {@code utf-8-bom}, {@code utf-16},
 *       {@code utf-16-bom}
 * </ul>
 */
record Change(Map<String, String> words) {

    void apply(Path site, UnaryOperator<String> filledIn) throws IOException {
        String verb = words.keySet().stream()
                .filter(word -> !word.matches("replace|with|times|to|text|base64|repeat"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verb in " + words));
        Path file = site.resolve(words.get(verb));
        switch (verb) {
            case "edit" -> edit(file, filledIn);
            case "remove" -> Files.delete(file);
            case "rename" -> Files.move(file, made(site.resolve(word("to"))));
            case "copy" -> Files.copy(file, made(site.resolve(word("to"))));
            case "add" -> Files.write(made(file), added(filledIn));
            case "convert" -> Files.write(file, converted(Files.readAllBytes(file)));
            default -> throw new IllegalArgumentException("unknown change: " + words);
        }
    }

    private byte[] added(UnaryOperator<String> filledIn) {
        return words.containsKey("base64")
                ? Base64.getMimeDecoder().decode(word("base64"))
                : repeated(filledIn.apply(word("text"))).getBytes(UTF_8);
    }

    private String repeated(String text) {
        return text.repeat(Integer.parseInt(words.getOrDefault("repeat", "1")));
    }

    private String word(String name) {
        return assertThat(words).containsKey(name).actual().get(name);
    }

    private void edit(Path file, UnaryOperator<String> filledIn) throws IOException {
        String text = Files.readString(file);
        String old = word("replace");
        int times = text.split(Pattern.quote(old), -1).length - 1;

        assertThat(times)
                .as("how often '%s' stands in %s", old, file)
                .isEqualTo(Integer.parseInt(words.getOrDefault("times", "1")));
        Files.writeString(file, text.replace(old, repeated(filledIn.apply(word("with")))));
    }

    private byte[] converted(byte[] bytes) throws IOException {
        String text = new String(bytes, UTF_8);
        return switch (word("to")) {
            case "halved" -> Arrays.copyOf(bytes, bytes.length / 2);
            case "empty" -> new byte[0];
            case "gzip" -> gzip(bytes);
            case "crlf" -> text.replace("\n", "\r\n").getBytes(UTF_8);
            case "unix-ends" ->
                new String(bytes, ISO_8859_1).replace("\r\n", "\n").getBytes(ISO_8859_1);
            case "utf-8-bom" -> ("\uFEFF" + text).getBytes(UTF_8);
            case "utf-16" -> text.getBytes(UTF_16LE);
            case "utf-16-bom" -> ("\uFEFF" + text).getBytes(UTF_16LE);
            default -> throw new IllegalArgumentException("unknown conversion: " + words);
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static Path made(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return file;
    }
}
