package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.OpenTab;
import dev.smokerunner.observe.browser.visit.Tab;
import dev.smokerunner.observe.browser.visit.TabListener;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tab with a profile of its own, over WebDriver BiDi.
 *
 * @param browser the way to its browser
 * @param tabs closes it
 * @param contexts is told all that happens in its profile
 * @param place where it is in the browser
 */
record BidiOpenTab(BidiConnection browser, TabOpener tabs, TabContexts contexts, TabPlace place) implements OpenTab {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    @Override
    public void bring(Session session) throws CommandException {
        profile().put(session);
    }

    private ProfileSession profile() {
        return new ProfileSession(browser, place);
    }

    @Override
    public Tab watch(TabListener listener) {
        TabEvents events = new TabEvents(place.context(), listener, new EncodedBodies(browser, place));
        contexts.tell(events);
        if (!browser.isOpen()) {
            events.breakOff();
        }
        return new BidiTab(browser, place, events);
    }

    @Override
    public void type(String text, Duration limit) throws CommandException {
        List<Map<String, String>> keys = text.codePoints()
                .mapToObj(Character::toString)
                .flatMap(key ->
                        Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
                .toList();
        perform(Map.of("type", "key", "id", "keys", "actions", keys), limit);
    }

    @Override
    public void click(int x, int y, Duration limit) throws CommandException {
        List<Map<String, ?>> moves = List.of(
                Map.of("type", "pointerMove", "x", x, "y", y),
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerUp", "button", 0));
        perform(Map.of("type", "pointer", "id", "mouse", "actions", moves), limit);
    }

    private void perform(Map<String, ?> source, Duration limit) throws CommandException {
        browser.call("input.performActions", Map.of("context", place.context(), "actions", List.of(source)), limit);
    }

    @Override
    public List<SessionCookie> cookies(Duration limit) throws CommandException {
        return profile().cookies(limit);
    }

    @Override
    public void awaitSignOfLife() throws CommandException {
        browser.call("session.status", Map.of(), SIGN_OF_LIFE);
    }

    @Override
    public void close() {
        tabs.close(place);
    }
}
