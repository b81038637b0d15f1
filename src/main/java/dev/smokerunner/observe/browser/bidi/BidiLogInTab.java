package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.LogInTab;
import dev.smokerunner.observe.visitor.SessionCookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A tab in which somebody logs in, over WebDriver BiDi.
 *
 * @param browser the way to its browser
 * @param place where it is in it
 * @param profile what its profile holds
 * @param scenes begins to write down anew what happens
 */
record BidiLogInTab(BidiConnection browser, TabPlace place, ProfileSession profile, Supplier<Scene> scenes)
        implements LogInTab {

    @Override
    public Scene begin() {
        return scenes.get();
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
        return profile.cookies(limit);
    }
}
