package dev.smokerunner.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How pages, browsers and libraries may write a text into URLs, JSON, HTML and headers. */
final class Encodings {
    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '&', "amp", (int) '<', "lt", (int) '>', "gt", (int) '"', "quot", (int) '\'', "apos");

    private Encodings() {}

    /**
     * Finds a text however each of its characters is written: each encoder leaves others as they are, and a URL within a URL is
     * encoded twice.
     */
    static Pattern anyOf(String text) {
        return Pattern.compile(text.codePoints().mapToObj(Encodings::character).collect(Collectors.joining()));
    }

    /** Whether a text has a character by which others are encoded, which most texts have not. */
    static boolean areIn(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('&') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('+') >= 0;
    }

    private static String character(int character) {
        String itself = Character.toString(character);
        List<String> written = new ArrayList<>(List.of(
                Pattern.quote(itself),
                "(?i:" + percent(itself) + ")",
                "(?i:" + escape(itself) + ")",
                "&#0*" + character + ";",
                "(?i:&#x0*" + Integer.toHexString(character) + ";)"));
        Optional.ofNullable(ENTITIES.get(character))
                .map(name -> "&" + name + ";")
                .ifPresent(written::add);
        if (character == ' ') {
            written.add("\\+");
        }
        if (character == '"' || character == '\\' || character == '/' || character == '\'') {
            written.add(Pattern.quote("\\" + itself));
        }
        return "(?:" + String.join("|", written) + ")";
    }

    /** As in a URL, also where the percent sign was encoded again. */
    private static String percent(String character) {
        StringBuilder written = new StringBuilder();
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            written.append(String.format("%%(?:25)*%02x", one));
        }
        return written.toString();
    }

    /** As in a string of JSON or JavaScript. */
    private static String escape(String character) {
        return character
                .chars()
                .mapToObj(unit -> String.format("\\\\u%04x", unit))
                .collect(Collectors.joining());
    }

    private static List<String> base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The padded one first: else its padding would be left behind.
        return List.of(
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The usual ones, as texts: of them a part may be left where something was cut. */
    static List<String> usual(String text) {
        List<String> usual = new ArrayList<>(base64(text));
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        usual.addAll(List.of(
                text,
                url,
                url.replace("+", "%20"),
                text.replace("\\", "\\\\").replace("\"", "\\\""),
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")));
        return usual;
    }
}
