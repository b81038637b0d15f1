package dev.smokerunner.observe.browser.firefox;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedSocket;
import dev.smokerunner.observation.MessageFact.LeftSocket;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.NamedAddresses;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedEvaluation;
import dev.smokerunner.observe.browser.visit.MessageLanguage;
import dev.smokerunner.observe.browser.wording.AddressReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the messages of Firefox mean. Their texts are of bounded length. */
public final class FirefoxMessages implements MessageLanguage {
    /** Before something thrown that is no error. */
    private static final String UNCAUGHT = "uncaught exception: ";

    /** What is thrown comes as {@code Name: text}; the browser's own sentences begin with several words. */
    private static final Pattern THROWN =
            Pattern.compile("^(?:" + UNCAUGHT + "|[A-Za-z_$][\\w$.]{0,60}: |[A-Z]\\w{0,60}(?:Error|Exception)$)");

    /**
     * What is said as an error and need not be one: a charset was guessed; the page hears that it gets no such worker; a policy is
     * tried out and blocks nothing.
     */
    private static final Pattern REMARK = Pattern.compile(
            "^The character encoding of |^Security Error: Content at |^Content-Security-Policy: \\(Report-Only policy\\) ");

    private static final Pattern ERROR = Pattern.compile("^([A-Z]\\w{0,60}(?:Error|Exception))\\b");

    /** What the page's Integrity-Policy kept from it, which is not asked for. */
    private static final Pattern UNDIGESTED =
            Pattern.compile("^The page’s settings blocked a (script|stylesheet) at (\\S+)"
                    + " from being loaded because it is missing integrity metadata");

    /** Firefox 153, of a socket that the page closed before it was open; {@link #UNOPENED} is said of it, too. */
    private static final Pattern LEFT =
            Pattern.compile("^The connection to (wss?://\\S{1,2000}?) was interrupted while the page was loading\\.?$");

    /** Firefox 153, of a socket that does not open. */
    private static final Pattern UNOPENED =
            Pattern.compile("^(Firefox can’t establish a connection to the server) at (wss?://\\S{1,2000}?)\\.?$");

    /**
     * Who said something.
     *
     * @param hasCaller whether a script was at work
     */
    public static Source source(Level level, String text, boolean hasCaller) {
        if (PolicyReader.isEvaluation(text) || !socket(text).isEmpty()) {
            // Of code made of text the page itself tells too, with the place; of a socket, as of a request, the
            // network.
            return Source.NETWORK;
        }
        if (PolicyReader.isPolicy(text) || RefusalReader.isRefusal(text)) {
            return Source.SECURITY;
        }
        boolean isThrown =
                level == Level.ERROR && (hasCaller || THROWN.matcher(text).find());
        return isThrown ? Source.EXCEPTION : Source.OTHER;
    }

    /**
     * How loud something of the browser's own is meant.
     *
     * @param level how loud it was said
     */
    public static Level level(Source source, Level level, String text) {
        return source == Source.OTHER && REMARK.matcher(text).find() ? Level.WARNING : level;
    }

    /** The address of what was kept from the page for want of a digest; absent where a message says something else. */
    public static Optional<String> undigested(String text) {
        Matcher blocked = UNDIGESTED.matcher(text);
        return blocked.find() ? Optional.of(blocked.group(2)) : Optional.empty();
    }

    /** What a request is for that a message says was blocked. */
    public static BrowserRequest.Kind kind(String text) {
        Matcher undigested = UNDIGESTED.matcher(text);
        if (undigested.find()) {
            return undigested.group(1).equals("script") ? BrowserRequest.Kind.SCRIPT : BrowserRequest.Kind.STYLE;
        }
        return PolicyReader.kind(PolicyReader.effectiveDirective(text));
    }

    @Override
    public List<MessageFact> facts(Source source, Level level, String text) {
        return switch (source) {
            case EXCEPTION -> {
                List<MessageFact> facts = new ArrayList<>(ErrorReader.read(text));
                facts.add(thrown(text));
                facts.addAll(ErrorReader.syntax(text));
                yield facts;
            }
            case CONSOLE -> ErrorReader.read(text);
            case EVALUATION ->
                List.of(new RefusedEvaluation(
                        Optional.of(text).filter(name -> !name.isEmpty()).map(PolicyDirective::new)));
            case SECURITY -> {
                List<MessageFact> facts = new ArrayList<>(PolicyReader.read(text));
                facts.addAll(RefusalReader.read(text));
                yield facts;
            }
            case NETWORK -> socket(text);
            case PARSER, OTHER -> List.of();
        };
    }

    private static List<MessageFact> socket(String text) {
        Matcher left = LEFT.matcher(text);
        if (left.find()) {
            return List.of(new LeftSocket(left.group(1)));
        }
        Matcher socket = UNOPENED.matcher(text);
        return socket.find() ? List.of(new FailedSocket(socket.group(2), new Quote(socket.group(1)))) : List.of();
    }

    private static Thrown thrown(String text) {
        String bare = text.startsWith(UNCAUGHT) ? text.substring(UNCAUGHT.length()) : text;
        Matcher error = ERROR.matcher(bare);
        return new Thrown(
                error.find() ? Optional.of(error.group(1)) : Optional.empty(),
                new Quote(bare),
                List.of(new Quote("Uncaught " + bare), new Quote("Uncaught (in promise) " + bare), new Quote(text)));
    }

    @Override
    public NamedAddresses named(String text) {
        return AddressReader.read(text);
    }
}
