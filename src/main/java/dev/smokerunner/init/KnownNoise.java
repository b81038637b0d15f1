package dev.smokerunner.init;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the console errors that a healthy page prints anyway. Of each only a run of words is taken: what has digits, slashes and the
 * like in it is of one visit, one build or one visitor, and may be a secret.
 */
final class KnownNoise {
    private static final int MOST = 10;

    /** Fewer words are in other errors too, and would hide them. */
    private static final int FEWEST_WORDS = 3;

    private static final Pattern OF_ONE = Pattern.compile("\\s*\\S*[0-9@=/\\\\{}<>]\\S*\\s*|[\\r\\n]+");

    private KnownNoise() {}

    static Choice<Entry> of(List<VisitedPage> pages) {
        Set<String> taken = new LinkedHashSet<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (VisitedPage page : pages) {
            Set<Quote> always = new LinkedHashSet<>(errors(page.first()));
            for (Quote quote : always) {
                Optional<String> words = words(quote.text());
                boolean isInEach = words.isPresent()
                        && page.visits().stream().allMatch(visit -> errors(visit).stream()
                                .anyMatch(other -> other.text().contains(words.get())));
                if (isInEach) {
                    taken.add(words.get());
                } else {
                    leftOut.add(new LeftOut(
                            shown(quote), "a console error without words that last: it stays a note of every run"));
                }
            }
        }
        return new Choice<>(
                taken.stream()
                        .limit(MOST)
                        .map(words -> new Entry(words, "a console error of the healthy page; better to mend it"))
                        .toList(),
                leftOut.stream().distinct().limit(MOST).toList());
    }

    private static List<Quote> errors(PageObservation page) {
        return page.browser().value().stream()
                .flatMap(visit -> visit.messages().stream())
                // What the browser says of requests and policies is the business of other checks.
                .filter(message -> message.source() == Source.CONSOLE && message.level() == Level.ERROR)
                .map(BrowserMessage::quote)
                .toList();
    }

    private static Optional<String> words(String message) {
        return Pattern.compile("\\R")
                .splitAsStream(message)
                .limit(1)
                .flatMap(OF_ONE::splitAsStream)
                .map(String::strip)
                .filter(run -> run.split("\\s+").length >= FEWEST_WORDS)
                .filter(WritableText::isText)
                .max(Comparator.comparingInt(String::length));
    }

    /** What may be shown of it. */
    private static String shown(Quote quote) {
        return OF_ONE.matcher(quote.text()).replaceAll(" … ").strip();
    }
}
