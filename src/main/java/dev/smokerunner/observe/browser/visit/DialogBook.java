package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.Dialog.Kind;
import dev.smokerunner.observation.Dialog.Moment;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dialogs of one visit: the browser says that one opened, and the page, before it opens, what there was behind it.
 *
 * <p>Not safe for use by several threads.
 */
public final class DialogBook {
    /** What the page calls to tell of a dialog; its script takes the name away before the page's own scripts run. */
    public static final String BINDING = "smokeRunnerDialogs";

    /** Runs in each document before the page's own scripts. */
    public static final String SCRIPT = InjectedScripts.read("dialogs.js");

    /** Nobody answers so many one after the other. */
    static final int MOST = 10;

    private static final int LONGEST_TEXT = 500;

    private static final Map<String, Kind> KINDS =
            Map.of("alert", Kind.ALERT, "confirm", Kind.CONFIRM, "prompt", Kind.PROMPT, "beforeunload", Kind.LEAVE);

    private final List<Dialog> opened = new ArrayList<>();
    private final List<Dialog> told = new ArrayList<>();
    private Optional<Duration> last = Optional.empty();

    /** The browser opened one. */
    void opened(String kind, String text, Duration at) {
        last = Optional.of(at);
        if (opened.size() < MOST) {
            opened.add(dialog(kind, text, false, Optional.empty()));
        }
    }

    /** A script of ours in the page called; it may be another one. */
    void accept(String function, String payload) {
        if (function.equals(BINDING)) {
            WireJson.read(payload).ifPresent(this::told);
        }
    }

    /** The page is about to open one. */
    private void told(Fields news) {
        if (told.size() < MOST) {
            Optional<String> caller = news.text("caller").filter(place -> !place.isEmpty());
            told.add(dialog(news.textOr("kind", ""), news.textOr("text", ""), news.flag("early"), caller));
        }
    }

    private static Dialog dialog(String kind, String text, boolean isEarly, Optional<String> caller) {
        return new Dialog(
                KINDS.getOrDefault(kind, Kind.ALERT),
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
                isEarly ? Moment.BEFORE_THE_PAGE : Moment.OVER_THE_PAGE,
                caller);
    }

    /** Whether the page opens one after the other, so that nobody gets past them. */
    boolean isEndless() {
        return opened.size() >= MOST;
    }

    /** When the last one opened, from the start of the navigation; absent where none did. */
    Optional<Duration> last() {
        return last;
    }

    /** Those that opened, each with what the page told of it. */
    List<Dialog> all() {
        List<Dialog> untaken = new ArrayList<>(told);
        List<Dialog> all = new ArrayList<>();
        for (Dialog dialog : opened) {
            Optional<Dialog> same = untaken.stream()
                    .filter(news -> news.kind() == dialog.kind() && news.text().equals(dialog.text()))
                    .findFirst();
            same.ifPresent(untaken::remove);
            all.add(same.orElse(dialog));
        }
        return all;
    }
}
