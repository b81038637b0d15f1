package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns bytes into text as browsers do: byte order mark, then the header, then the text's own word, then UTF-8. */
public final class DecodedText {
    /** Browsers look for a page's own word on its encoding in so many bytes. */
    private static final int PRESCAN = 1024;

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern META =
            Pattern.compile("<meta[^>]+charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_CHARSET = Pattern.compile("\\A@charset \"([^\"]+)\";");
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    private DecodedText() {}

    /** The text of a page. */
    public static String html(Headers headers, Body body) {
        return decode(headers, body, META);
    }

    /** The text of a style sheet, script, or anything else that is no page. */
    public static String other(Headers headers, Body body) {
        return decode(headers, body, AT_CHARSET);
    }

    private static String decode(Headers headers, Body body, Pattern ownWord) {
        byte[] start = body.start(PRESCAN);
        Charset charset = byteOrderMark(start)
                .or(() -> headers.first("content-type").flatMap(type -> named(type, HEADER)))
                .or(() -> named(ascii(start), ownWord).map(DecodedText::notUtf16))
                .orElse(StandardCharsets.UTF_8);
        String text = body.text(charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> byteOrderMark(byte[] start) {
        int first = start.length > 1 ? ((start[0] & 0xff) << 8) | (start[1] & 0xff) : 0;
        return switch (first) {
            case 0xfeff -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xfffe -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xefbb ->
                start.length > 2 && (start[2] & 0xff) == 0xbf ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String ascii(byte[] start) {
        return COMMENT.matcher(new String(start, StandardCharsets.ISO_8859_1)).replaceAll(" ");
    }

    private static Optional<Charset> named(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        try {
            // The encoding standard reads both of these names as windows-1252.
            return Optional.of(Charset.forName(
                    name.equals("iso-8859-1") || name.equals("us-ascii") || name.equals("latin1")
                            ? "windows-1252"
                            : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Who can be read as ASCII so far is not UTF-16, whatever it says. */
    private static Charset notUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }
}
