package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Chromium writes before something that was thrown. */
public final class ThrownText {
    private static final String UNCAUGHT = "Uncaught ";
    /** Before the reason of a rejection that nobody handles. */
    private static final String REJECTED = "Uncaught (in promise) ";

    private static final Pattern LEAD = Pattern.compile("^(?:Uncaught )?(?:\\(in promise\\) )?");
    private static final Pattern ERROR = Pattern.compile("^([A-Z]\\w{0,60}(?:Error|Exception))\\b");

    private ThrownText() {}

    /** Whether a text tells of a rejection. */
    public static boolean isRejection(String text) {
        return text.startsWith(REJECTED);
    }

    /** A text without the words for a rejection. */
    public static String withoutRejection(String text) {
        return text.replace(REJECTED, "");
    }

    static Thrown fact(String text) {
        String bare = LEAD.matcher(text).replaceFirst("");
        Matcher error = ERROR.matcher(bare);
        return new Thrown(
                error.find() ? Optional.of(error.group(1)) : Optional.empty(),
                new Quote(bare),
                List.of(new Quote(UNCAUGHT + text), new Quote(REJECTED + text)));
    }
}
