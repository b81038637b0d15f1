package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.json.Fields;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A tab with a profile of its own, as a visit needs it from any browser. Its news go to a {@link TabListener}. */
public interface Tab {
    /** Begins to go to a page, without waiting; what comes of it, a refusal included, is told to the listener. */
    void navigate(URI page);

    /**
     * Calls a function in the page, in a world of its own where the page's scripts have changed nothing, and waits for what it
     * returns or promises.
     *
     * @param function the function's source
     * @param arguments texts
     * @return what came, under {@code value}; without it where the function threw, and then with the reason under {@code error}
     * @throws CommandException if no answer comes in time, or the tab goes away meanwhile
     */
    Fields call(String function, List<String> arguments, Duration limit) throws CommandException;

    /**
     * A picture of what the window shows, as a PNG file.
     *
     * @throws CommandException if none comes in time
     */
    byte[] picture(Duration limit) throws CommandException;

    /**
     * The text of an answer as the browser got it.
     *
     * @param request the browser's name for the request
     * @throws CommandException if the browser no longer has it
     */
    String body(String request, Duration limit) throws CommandException;
}
