package dev.smokerunner.check.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An encoding of text, as browsers know it.
 *
 * @param charset how it turns bytes into characters
 */
record Encoding(Charset charset) {
    static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8);
    /** What browsers take for the text of a page of which nobody says anything, in most of their languages. */
    static final Encoding FALLBACK = new Encoding(Charset.forName("windows-1252"));
    /** Names that the Encoding Standard reads as windows-1252. */
    private static final Set<String> LATIN =
            Set.of("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "cp1252", "windows-1252");

    private static final int LAST_BYTES = 3;

    /** The encoding of a name; absent where browsers know none of that name. */
    static Optional<Encoding> of(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (LATIN.contains(name)) {
            return Optional.of(FALLBACK);
        }
        try {
            return Optional.of(new Encoding(Charset.forName(name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    boolean isUtf16() {
        return charset.name().startsWith("UTF-16");
    }

    /** The name as browsers show it. */
    String name() {
        return charset.name();
    }

    /** What becomes of a text that was written as UTF-8 and is read by this encoding. */
    String misread(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder(new String(bytes, charset));
        boolean isByteByByte = read.length() == bytes.length;
        for (int i = 0; isByteByByte && i < bytes.length; i++) {
            if (read.charAt(i) == '\uFFFD') {
                // The five bytes that windows-1252 has no character for are control characters to browsers.
                read.setCharAt(i, (char) (bytes[i] & 0xff));
            }
        }
        return read.toString();
    }

    /**
     * The text that bytes are in UTF-8; absent where they are none.
     *
     * @param isCut whether the last character may be incomplete
     */
    static Optional<String> utf8(byte[] bytes, boolean isCut) {
        for (int less = 0; less <= (isCut ? Math.min(LAST_BYTES, bytes.length) : 0); less++) {
            Optional<String> text = strict(bytes, bytes.length - less);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, int length) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return Optional.of(text.toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }
}
