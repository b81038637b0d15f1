package dev.smokerunner.check.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that was encoded twice before it was served: what people see is the bytes of UTF-8, each as a character.
 *
 * @param shown a word as it is shown
 * @param meant the same as it was meant
 */
record TwiceEncoded(String shown, String meant) {
    /** The characters that windows-1252 has for the bytes 80 to BF, which continue a character of UTF-8. */
    private static final String CONTINUED = "[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6"
            + "\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161"
            + "\\u203a\\u0153\\u017e\\u0178]";
    /** Letters of Europe, then three bytes: quotes, dashes, the euro sign, most other scripts. */
    private static final Pattern SEQUENCE =
            Pattern.compile("[\\u00c3-\\u00df]" + CONTINUED + "|[\\u00e0-\\u00ef]" + CONTINUED + "{2}");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final Pattern AROUND = Pattern.compile("\\S{0,20}");
    /** A capital before a closing quote may be meant: one alone proves nothing. */
    private static final int FEWEST = 2;

    /** The first such word of a text of which most that is not ASCII is so; a text about encodings has others as well. */
    static Optional<TwiceEncoded> in(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        int count = 0;
        int characters = 0;
        int first = -1;
        int end = -1;
        while (sequence.find()) {
            Optional<String> meant = decoded(sequence.group());
            if (meant.filter(character -> !isExplained(text, sequence.toMatchResult(), character))
                    .isPresent()) {
                end = count == 0 ? sequence.end() : end;
                first = count == 0 ? sequence.start() : first;
                count++;
                characters += sequence.group().length();
            }
        }
        long all = NOT_ASCII.matcher(text).results().count();
        return count < FEWEST || characters * 2L <= all ? Optional.empty() : Optional.of(word(text, first, end));
    }

    /** Whether it stands by itself on a page that has the right character as well, as where one explains the other. */
    private static boolean isExplained(String text, MatchResult sequence, String meant) {
        boolean isAlone = !isLetter(text, sequence.start() - 1) && !isLetter(text, sequence.end());
        return isAlone && text.contains(meant);
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static TwiceEncoded word(String text, int first, int end) {
        int start = first;
        while (start > 0 && first - start < 20 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        Matcher rest = AROUND.matcher(text).region(end, text.length());
        String shown = text.substring(start, rest.lookingAt() ? rest.end() : end);
        return new TwiceEncoded(
                shown,
                SEQUENCE.matcher(shown)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(decoded(match.group()).orElse(match.group()))));
    }

    private static Optional<String> decoded(String sequence) {
        byte[] bytes = new byte[sequence.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = sequence.charAt(i);
            byte[] one = String.valueOf(c).getBytes(Encoding.FALLBACK.charset());
            bytes[i] = c < 0x100 ? (byte) c : one[0];
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException noCharacter) {
            return Optional.empty();
        }
    }
}
