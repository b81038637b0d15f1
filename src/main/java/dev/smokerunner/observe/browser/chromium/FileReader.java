package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.RefusalFact;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observation.RefusalFact.UncomparedDigest;
import dev.smokerunner.observation.RefusalFact.UndecodedFont;
import dev.smokerunner.observation.RefusalFact.UnreadIntegrity;
import dev.smokerunner.observe.browser.wording.AddressReader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is wrong with a file by its type, its bytes or its integrity. */
final class FileReader {
    private static final String TYPE_MARK = "MIME";

    /** Of scripts, styles, modules and workers; the last three are what Firefox says. */
    private static final Pattern REFUSED_TYPE =
            Pattern.compile("Refused to (execute|apply)|Failed to load module script"
                    + "|unsupported MIME type|non-JavaScript MIME type|bad MIME type|disallowed MIME type");

    private static final Pattern TYPE = Pattern.compile("MIME type (?:of )?[(\"'“]{1,2}([^\"'”)]{0,100})[\"'”]");
    private static final Pattern ANY_URL = Pattern.compile("https?://");
    /** What a service worker would be for: an address of pages, not of the script. */
    private static final Pattern SCOPE = Pattern.compile("scope \\('[^']{0,2100}'\\)");

    private static final Pattern WRONG_DIGEST =
            Pattern.compile("^Failed to find a valid digest in the 'integrity' attribute for"
                    + " resource '([^']+)' with computed (SHA-?\\d{3}) integrity '([A-Za-z0-9+/=_-]+)'");

    private static final Pattern UNCOMPARED = Pattern.compile("^Subresource Integrity: [^']{0,60}'([^']+)'");
    private static final Pattern UNREAD =
            Pattern.compile("^Error parsing 'integrity' attribute \\('(.*?)(?:'\\)|$)", Pattern.DOTALL);

    private static final Pattern FONT = Pattern.compile("^Failed to decode downloaded font: (\\S+)$");

    private FileReader() {}

    /**
     * That a file was refused for its type.
     *
     * @param isBrowsersOwn whether the browser itself says so
     */
    static Stream<RefusalFact> type(String said, boolean isBrowsersOwn) {
        String text = SCOPE.matcher(said).replaceAll("");
        if (!text.contains(TYPE_MARK) || !REFUSED_TYPE.matcher(text).find()) {
            return Stream.empty();
        }
        Matcher type = TYPE.matcher(text);
        return Stream.of(new RefusedType(
                type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "",
                isBrowsersOwn && !ANY_URL.matcher(text).find(),
                AddressReader.read(text)));
    }

    /** That a file does not have the bytes that were asked for. */
    static Stream<RefusalFact> digest(String text) {
        return first(
                WRONG_DIGEST,
                text,
                found -> new RefusedDigest(
                        found.group(1),
                        found.group(2).toLowerCase(Locale.ROOT).replace("-", "") + "-" + found.group(3)));
    }

    /** What a message says of the integrity of a tag. */
    static Stream<RefusalFact> integrity(String text) {
        return Stream.concat(
                first(UNCOMPARED, text, found -> new UncomparedDigest(found.group(1))),
                first(UNREAD, text, found -> new UnreadIntegrity(found.group(1))));
    }

    /** That a font cannot be decoded. */
    static Stream<RefusalFact> font(String text) {
        return first(FONT, text, found -> new UndecodedFont(found.group(1)));
    }

    private static Stream<RefusalFact> first(Pattern pattern, String text, Function<MatchResult, RefusalFact> fact) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::find).map(Matcher::toMatchResult).map(fact).stream();
    }
}
