package dev.smokerunner.observe.browser;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How dialogs are answered, as somebody would who wants to see the page. */
final class DialogAnswers {
    /** More questions than anybody remembers; a page that asks a new one each time is not listened to for ever. */
    private static final int MOST_REMEMBERED = 50;

    private final Set<String> asked = new HashSet<>();

    /**
     * The answer to a dialog: yes to leaving the page, no to every other question, and yes where it insists.
     *
     * @param params the dialog as the browser tells it
     */
    Map<String, Object> to(Fields params) {
        boolean isLeave = params.textOr("type", "").equals("beforeunload");
        boolean isQuestion = params.textOr("type", "").equals("confirm");
        boolean insists = isQuestion
                && asked.size() < MOST_REMEMBERED
                && !asked.add(MessageEvents.cut(params.textOr("message", ""), MessageBook.LONGEST));
        return Map.of("accept", isLeave || insists);
    }
}
