package dev.smokerunner.serving;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;

/**
 * The name of an entry, read from its bytes: the library turns backslashes into slashes, which upload tools do not.
 *
 * @param text the name
 * @param foreign whether tools may read it in another way, because it holds more than ASCII and does not say that it is
 *     UTF-8
 */
record ZipEntryName(String text, boolean foreign) {
    /** What zips were written in before they could say that they use UTF-8, where this Java has it. */
    private static final Charset OLD =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final int LONGEST = 120;

    static ZipEntryName of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (entry.getNameSource() == NameSource.UNICODE_EXTRA_FIELD || raw == null) {
            return new ZipEntryName(entry.getName(), false);
        }
        boolean isAscii = true;
        for (byte b : raw) {
            isAscii &= b >= 0;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return new ZipEntryName(text, !isAscii && entry.getNameSource() != NameSource.NAME_WITH_EFS_FLAG);
        } catch (CharacterCodingException notUtf8) {
            return new ZipEntryName(new String(raw, OLD), true);
        }
    }

    /** Whether it names a directory only. */
    boolean isDirectory() {
        return text.endsWith("/");
    }

    /** Why a tool that unpacks it may write where it must not, if it may. */
    Optional<String> danger() {
        String slashed = text.replace('\\', '/');
        if (text.isEmpty()) {
            return Optional.of("has no name");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("has a NUL in its name, at which some tools end it");
        }
        if (slashed.startsWith("/")) {
            return Optional.of("begins at the root of the disk");
        }
        if (DRIVE.matcher(slashed).matches()) {
            return Optional.of("names a drive");
        }
        return Arrays.asList(slashed.split("/")).contains("..")
                ? Optional.of("leads out of the directory that it is unpacked into")
                : Optional.empty();
    }

    /** The name in quotes, with nothing in it that a terminal obeys. */
    String quoted() {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(c -> {
            boolean isPlain = c > 0x1f && c < 0x7f || Character.isLetterOrDigit(c);
            out.append(isPlain ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c));
        });
        return out.append(text.length() > LONGEST ? "…\"" : "\"").toString();
    }
}
