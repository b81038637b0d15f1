package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that the page or the browser said while the page was looked at.
 *
 * @param source who said it
 * @param level how loud; an exception is always {@link Level#ERROR}
 * @param quote the words, to be shown
 * @param facts what they mean; none where they are of no kind that is known
 * @param named the addresses that stand in the words
 * @param url the script or resource that it is about; absent where the browser does not say
 * @param line the line in it, from 1; 0 where unknown
 * @param column the column in it, from 1; 0 where unknown
 * @param count how many times the same was said
 */
public record BrowserMessage(
        Source source,
        Level level,
        Quote quote,
        List<MessageFact> facts,
        NamedAddresses named,
        Optional<String> url,
        int line,
        int column,
        int count) {

    /** Rejects null, copies the list. */
    public BrowserMessage {
        requireNonNull(source);
        requireNonNull(level);
        requireNonNull(quote);
        requireNonNull(named);
        requireNonNull(url);
        facts = List.copyOf(facts);
    }

    /** What it says of one kind. */
    public <F extends MessageFact> Stream<F> facts(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether it says something of one kind. */
    public boolean says(Class<? extends MessageFact> kind) {
        return facts(kind).findAny().isPresent();
    }

    /** Who said it. */
    public enum Source {
        /** The page, through {@code console}. */
        CONSOLE,
        /** An exception that nothing caught, or a rejection that nothing handled. */
        EXCEPTION,
        /** The browser about the network: a resource did not load. */
        NETWORK,
        /** The browser about its policies: integrity, CSP, CORS, MIME types, modules. */
        SECURITY,
        /**
         * The browser about code that a script made of text, by {@code eval} or {@code Function}, and that a policy kept from
         * running. The text is the directive's name; consoles show nothing where the script catches what is thrown.
         */
        EVALUATION,
        /**
         * The browser about a script that it could not parse, so that nothing of it ran. Where code loads a module while it
         * runs and catches what is thrown, nobody else says so.
         */
        PARSER,
        /** The browser about anything else: deprecations, interventions. */
        OTHER
    }

    /** How loud it was said. */
    public enum Level {
        /** For the developer. */
        DEBUG,
        /** For information. */
        INFO,
        /** A warning. */
        WARNING,
        /** An error. */
        ERROR
    }
}
