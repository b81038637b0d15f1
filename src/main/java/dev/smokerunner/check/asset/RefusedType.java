package dev.smokerunner.check.asset;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says of a resource that was refused for its content type.
 *
 * <p>Its text says which resource. Where it was said says that only if the browser itself said it and named nothing: a script
 * that reports what became of its service worker, its import or its style sheet stands somewhere else and is as it should be.
 *
 * @param message the message
 * @param place the resource at whose place the browser said it; absent where the text names one, or the page said it
 * @param type the type that was refused, in lower case; empty where the text does not say
 */
record RefusedType(BrowserMessage message, Optional<String> place, String type) {
    /** The words of Chromium and Firefox for scripts, styles, modules and workers. */
    private static final Pattern REFUSED = Pattern.compile("Refused to (execute|apply)|Failed to load module script"
            + "|unsupported MIME type|non-JavaScript MIME type|bad MIME type|disallowed MIME type");

    private static final Pattern TYPE = Pattern.compile("MIME type (?:of )?[(\"'“]{1,2}([^\"'”)]{0,100})[\"'”]");
    private static final Pattern ANY_URL = Pattern.compile("https?://");
    /** What a service worker would be for: an address of pages, not of the script. */
    private static final Pattern SCOPE = Pattern.compile("scope \\('[^']{0,2100}'\\)");

    /** Characters that go on with a URL rather than end it; a text's own full stop may stand behind one as well. */
    private static final Pattern GOES_ON = Pattern.compile("^(?:[\\w\\-~:/?#\\[\\]@$&*+=%]|[.,;!][\\w/])");

    /** What a message says; empty for those that are about something else. */
    static Optional<RefusedType> of(BrowserMessage message) {
        String text = SCOPE.matcher(message.quote().text()).replaceAll("");
        boolean isRefusal = message.level() == Level.ERROR
                && message.source() != Source.NETWORK
                && text.contains("MIME")
                && REFUSED.matcher(text).find();
        if (!isRefusal) {
            return Optional.empty();
        }
        boolean isOfPlace = (message.source() == Source.SECURITY || message.source() == Source.OTHER)
                && !ANY_URL.matcher(text).find();
        Matcher type = TYPE.matcher(text);
        return Optional.of(new RefusedType(
                message,
                isOfPlace ? message.url() : Optional.empty(),
                type.find() ? type.group(1).toLowerCase(Locale.ROOT) : ""));
    }

    /** Whether it is about a resource. */
    boolean isAbout(URI url) {
        return place.filter(url.toString()::equals).isPresent() || isNamed(url.toString());
    }

    private boolean isNamed(String url) {
        String text = SCOPE.matcher(message.quote().text()).replaceAll("");
        for (int at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
            if (!GOES_ON.matcher(text.substring(at + url.length())).find()) {
                return true;
            }
        }
        return false;
    }
}
