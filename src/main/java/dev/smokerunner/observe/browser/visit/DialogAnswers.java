package dev.smokerunner.observe.browser.visit;

import java.util.HashSet;
import java.util.Set;

/** How dialogs are answered, as somebody would who wants to see the page. */
public final class DialogAnswers {
    /** More questions than anybody remembers; a page that asks a new one each time is not listened to for ever. */
    private static final int MOST_REMEMBERED = 50;

    private final Set<String> asked = new HashSet<>();

    /**
     * Whether to say yes: to leaving the page, and to a question on which the page insists.
     *
     * @param kind the standard's name: alert, confirm, prompt, beforeunload
     */
    public boolean accept(String kind, String question) {
        boolean insists =
                kind.equals("confirm") && asked.size() < MOST_REMEMBERED && !asked.add(MessageBook.cut(question));
        return kind.equals("beforeunload") || insists;
    }
}
