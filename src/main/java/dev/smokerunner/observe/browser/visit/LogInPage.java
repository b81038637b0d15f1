package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.visitor.LogInFailure.Shown;
import dev.smokerunner.observe.visitor.LogInFailure.Trouble;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import dev.smokerunner.secret.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks the page on which somebody logs in.
 *
 * @param tab where it is
 */
record LogInPage(Tab tab) {
    private static final String FUNCTION = InjectedScripts.read("login.js");

    /** What an element is looked for. */
    enum Use {
        /** To be seen. */
        SEE,
        /** To be clicked on. */
        CLICK,
        /** To be typed into. */
        FILL
    }

    /**
     * An element on the page.
     *
     * @param trouble why it cannot be used; empty where it can
     * @param x where to click on it, in CSS pixels of the window
     * @param y the same, down
     * @param isPassword whether it shows dots for what is typed
     */
    record Spot(Optional<Trouble> trouble, int x, int y, boolean isPassword) {
        /** No such element. */
        static final Spot NONE = new Spot(Optional.of(Trouble.MISSING), 0, 0, false);
    }

    /**
     * Looks for an element, and moves it into sight if it is to be used.
     *
     * @throws CommandException if the page does not answer in time, or goes away meanwhile
     */
    Spot find(String css, Use use, Duration limit) throws CommandException {
        Fields answer = ask("find", List.of(css, use.name().toLowerCase(Locale.ROOT)), limit);
        Optional<Trouble> trouble =
                switch (answer.textOr("state", "missing")) {
                    case "ready" -> Optional.empty();
                    case "covered" -> Optional.of(Trouble.COVERED);
                    case "locked" -> Optional.of(Trouble.LOCKED);
                    default -> Optional.of(Trouble.MISSING);
                };
        return new Spot(trouble, (int) answer.number("x"), (int) answer.number("y"), answer.flag("password"));
    }

    /** Puts the focus on a field, with all that it holds selected. */
    void focus(String css, Duration limit) throws CommandException {
        ask("focus", List.of(css, ""), limit);
    }

    /** Takes the focus away, at which the field tells the page that it has changed. */
    void leave(Duration limit) throws CommandException {
        ask("leave", List.of("", ""), limit);
    }

    Shown shown(Duration limit) throws CommandException {
        Fields answer = ask("shown", List.of("", ""), limit);
        int status = (int) answer.number("status");
        return new Shown(
                answer.textOr("title", ""),
                answer.textOr("url", ""),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status));
    }

    /**
     * What the visitor has after the log-in. The storage is that of the target's origin, which has to be where the last step
     * led: elsewhere nobody can read it.
     */
    Session session(LogInRequest request, List<SessionCookie> cookies) throws CommandException {
        Fields answer = ask("storage", List.of("", ""), PageVisit.ANSWER);
        String origin = Session.origin(request.page());
        Map<String, Secret> local = new LinkedHashMap<>(request.before().local());
        Map<String, Secret> session = new LinkedHashMap<>(request.before().session());
        if (answer.textOr("origin", "").equals(origin)) {
            answer.in("local").copy().forEach((key, value) -> local.put(key, new Secret(String.valueOf(value))));
            answer.in("session").copy().forEach((key, value) -> session.put(key, new Secret(String.valueOf(value))));
        }
        return new Session(origin, cookies, local, session);
    }

    private Fields ask(String question, List<String> arguments, Duration limit) throws CommandException {
        List<String> all = List.of(question, arguments.get(0), arguments.get(1));
        return WireJson.read(tab.call(FUNCTION, all, limit).textOr("value", "{}"))
                .orElseThrow(
                        () -> new CommandException(CommandException.Kind.REFUSED, "the page's answer cannot be read"));
    }
}
