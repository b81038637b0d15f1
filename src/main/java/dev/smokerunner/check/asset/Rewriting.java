package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What became of bytes on their way, found by undoing it until the digest is right again.
 *
 * @param words what was done, as the start of a sentence that ends with when or where
 * @param isProven whether undoing it gives the bytes that are meant; else it only looks so
 */
record Rewriting(String words, boolean isProven) {
    private static final String MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern FIRST_MARK = Pattern.compile("^" + MARK);
    /** What CDNs, proxies and plug-ins put into pages: a script, a comment, a link to a style sheet. */
    private static final Pattern INSERTED = Pattern.compile(
            "(?is)<script\\b[^>]{0,2000}>.{0,4000}?</script>|<!--.{0,2000}?-->|<link\\b[^>]{0,2000}>|<meta\\b[^>]{0,2000}>"
                    + "|<noscript>.{0,2000}?</noscript>|<style\\b[^>]{0,2000}>.{0,4000}?</style>");
    /** What they put before or behind scripts and style sheets. */
    private static final Pattern ADDED_COMMENT =
            Pattern.compile("(?s)^/\\*.{0,2000}?\\*/\\s?|\\s?/\\*[^*]{0,2000}\\*/\\s*$");

    /** Each costs a digest of the whole text. */
    private static final int MOST_INSERTIONS = 40;

    private static final int LONGEST_TEXT = 2 << 20;
    /** Pages are smaller; a text full of openings without end costs this much for each. */
    private static final int LONGEST_PAGE = 256 << 10;

    /** By chance a line end follows a carriage return once in 256 times; of so many none would stand alone. */
    private static final int ENOUGH_LINE_ENDS = 8;

    private static final Pattern MARKUP = Pattern.compile("(?is)^\\s*(?:<!doctype html|<html|<head|<!--)");

    /** What was done to a body, as far as it can be told. */
    static Optional<Rewriting> of(Body body, Predicate<byte[]> accepts) {
        if (body.length() == 0) {
            return Optional.empty();
        }
        // One character for each byte, so that nothing but what is named here changes.
        String text = body.text(StandardCharsets.ISO_8859_1);
        Optional<Rewriting> undone = body.isCut() || text.length() > LONGEST_TEXT
                ? Optional.empty()
                : undone(text, accepts).map(words -> new Rewriting(words, true));
        return undone.or(() -> looks(text));
    }

    private static Optional<String> undone(String text, Predicate<byte[]> accepts) {
        Predicate<String> isMeant = variant -> accepts.test(variant.getBytes(StandardCharsets.ISO_8859_1));
        return variants(text).entrySet().stream()
                .filter(variant -> isMeant.test(variant.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> text.length() > LONGEST_PAGE ? Optional.empty() : inserted(text, isMeant));
    }

    private static Map<String, String> variants(String text) {
        String unix = text.replace("\r\n", "\n");
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put(unix, "the file's line endings were changed from LF to CRLF");
        variants.put(unix.replace("\n", "\r\n"), "the file's line endings were changed from CRLF to LF");
        variants.put(text + "\n", "the file lost its last line break");
        variants.put(text.stripTrailing(), "white space was added to the end of the file");
        variants.put(text.stripTrailing() + "\n", "white space was added to the end of the file");
        variants.put(MARK + text, "the file lost its byte order mark");
        variants.put(FIRST_MARK.matcher(text).replaceFirst(""), "a byte order mark was added");
        return variants;
    }

    private static Optional<String> inserted(String text, Predicate<String> isMeant) {
        Pattern pattern = MARKUP.matcher(text).find() ? INSERTED : ADDED_COMMENT;
        List<MatchResult> pieces =
                pattern.matcher(text).results().limit(MOST_INSERTIONS).toList();
        for (MatchResult piece : pieces) {
            if (without(text, piece).stream().anyMatch(isMeant)) {
                return Optional.of(
                        "something on the way put " + Format.line(piece.group().strip(), 200) + " into the file");
            }
        }
        return Optional.empty();
    }

    /** The text without a piece, and without the white space that may have come with it. */
    private static List<String> without(String text, MatchResult piece) {
        String before = text.substring(0, piece.start());
        String after = text.substring(piece.end());
        List<String> variants = new ArrayList<>(List.of(before + after));
        if (after.startsWith("\n")) {
            variants.add(before + after.substring(1));
        }
        String outdented = before.replaceFirst("\\n[ \\t]*$", "");
        if (outdented.length() < before.length()) {
            variants.add(outdented + after);
        }
        return variants;
    }

    private static Optional<Rewriting> looks(String text) {
        long lineEnds = text.chars().filter(c -> c == '\n').count();
        long pairs = text.split("\r\n", -1).length - 1L;
        boolean isBinary = text.indexOf('\0') >= 0;
        if (isBinary && lineEnds >= ENOUGH_LINE_ENDS && pairs == lineEnds) {
            return Optional.of(new Rewriting(
                    "each line feed in the file follows a carriage return, which no binary file has by itself: its line"
                            + " endings were changed from LF to CRLF, as if it were text,",
                    false));
        }
        boolean isSqueezed = !isBinary
                && text.length() > 80
                && !text.contains("<!--")
                && !text.contains("/*")
                && !Pattern.compile("\\n[ \\t]|[{;,]\\s").matcher(text).find();
        return isSqueezed
                ? Optional.of(new Rewriting(
                        "the file holds no comment and no indentation: perhaps something between the build and the browser"
                                + " minified it",
                        false))
                : Optional.empty();
    }
}
