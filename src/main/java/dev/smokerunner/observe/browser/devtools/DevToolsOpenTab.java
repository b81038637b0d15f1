package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.OpenTab;
import dev.smokerunner.observe.browser.visit.Tab;
import dev.smokerunner.observe.browser.visit.TabListener;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tab with a profile of its own, over the DevTools protocol.
 *
 * @param connection the way to its browser
 * @param tabs closes it
 * @param targets is told all that happens in its profile
 * @param place where it is in the browser
 */
record DevToolsOpenTab(DevTools connection, TabOpener tabs, TabTargets targets, TabPlace place) implements OpenTab {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    @Override
    public void bring(Session session) throws CommandException {
        profile().put(session);
    }

    private ProfileSession profile() {
        return new ProfileSession(connection.browser(), place);
    }

    @Override
    public Tab watch(TabListener listener) {
        TabEvents events = new TabEvents(place, listener);
        targets.tell(events);
        if (!connection.isOpen()) {
            events.breakOff();
        }
        return new DevToolsTab(place, events);
    }

    @Override
    public void type(String text, Duration limit) throws CommandException {
        for (int c : text.codePoints().toArray()) {
            String key = Character.toString(c);
            place.session().tell("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", key));
            place.session().tell("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
        }
        // Answers come in the order of the commands: with this one all keys have been taken.
        place.session().call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", "Shift"), limit);
    }

    @Override
    public void click(int x, int y, Duration limit) throws CommandException {
        place.session().tell("Input.dispatchMouseEvent", mouse("mouseMoved", x, y));
        place.session().tell("Input.dispatchMouseEvent", mouse("mousePressed", x, y));
        place.session().call("Input.dispatchMouseEvent", mouse("mouseReleased", x, y), limit);
    }

    private static Map<String, Object> mouse(String type, int x, int y) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("x", x);
        event.put("y", y);
        if (!type.equals("mouseMoved")) {
            event.put("button", "left");
            event.put("clickCount", 1);
        }
        return event;
    }

    @Override
    public List<SessionCookie> cookies(Duration limit) throws CommandException {
        return profile().cookies(limit);
    }

    /** With the page gone the browser must answer. */
    @Override
    public void awaitSignOfLife() throws CommandException {
        tabs.closeNow(place, SIGN_OF_LIFE);
    }

    @Override
    public void close() {
        tabs.close(place);
    }
}
