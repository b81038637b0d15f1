package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.Quote;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the page and the browser said in one visit, the same thing once. Not safe for use by several threads. */
public final class MessageBook {

    /** A healthy page says a few things; a page in a loop says them without end. */
    public static final int MOST = 500;

    public static final int LONGEST = 2_000;

    private final Map<Said, Integer> counts = new LinkedHashMap<>();
    private final MessageLanguage language;
    private final Set<String> tookBack = new HashSet<>();
    private int dropped;

    /**
     * An empty book.
     *
     * @param language what the messages mean
     */
    MessageBook(MessageLanguage language) {
        this.language = language;
    }

    /**
     * One message.
     *
     * @param source who said it
     * @param level how loud
     * @param text the text
     * @param place where it comes from
     */
    public record Said(Source source, Level level, String text, Place place) {
        /** Cuts the text. */
        public Said {
            text = cut(text);
        }
    }

    /**
     * A place in a script.
     *
     * @param url the script; absent where unknown
     * @param line from 1; 0 where unknown
     * @param column from 1; 0 where unknown
     */
    public record Place(Optional<String> url, int line, int column) {
        public static final Place UNKNOWN = new Place(Optional.empty(), 0, 0);
    }

    /** A text no longer than any that is kept. */
    public static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    void add(Said said) {
        if (isTakenBack(said)) {
            return;
        }
        if (counts.size() >= MOST && !counts.containsKey(said)) {
            dropped++;
            return;
        }
        counts.merge(said, 1, Integer::sum);
    }

    /** Leaves out what was thrown with that text, now and from now on. */
    void tookBack(String text) {
        if (tookBack.size() < MOST) {
            tookBack.add(cut(text));
            counts.keySet().removeIf(this::isTakenBack);
        }
    }

    private boolean isTakenBack(Said said) {
        return !tookBack.isEmpty()
                && said.source() == Source.EXCEPTION
                && language.facts(said.source(), said.level(), said.text()).stream()
                        .anyMatch(fact -> fact instanceof Thrown thrown
                                && tookBack.contains(thrown.bare().text()));
    }

    List<BrowserMessage> all() {
        return counts.entrySet().stream()
                .map(entry -> message(entry.getKey(), entry.getValue()))
                .toList();
    }

    private BrowserMessage message(Said said, int count) {
        Place place = said.place();
        return new BrowserMessage(
                said.source(),
                said.level(),
                new Quote(said.text()),
                language.facts(said.source(), said.level(), said.text()),
                language.named(said.text()),
                place.url(),
                place.line(),
                place.column(),
                count);
    }

    /** How many messages there was no room for. */
    int dropped() {
        return dropped;
    }
}
