package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.LogInTab;
import dev.smokerunner.observe.visitor.SessionCookie;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A tab in which somebody logs in, over the DevTools protocol.
 *
 * @param place where it is
 * @param profile what its profile holds
 * @param scenes begins to write down anew what happens
 */
record DevToolsLogInTab(TabPlace place, ProfileSession profile, Supplier<Scene> scenes) implements LogInTab {

    @Override
    public Scene begin() {
        return scenes.get();
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
        return profile.cookies(limit);
    }
}
