package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.visitor.SessionCookie;
import java.time.Duration;
import java.util.List;

/** A tab with a profile of its own in which somebody logs in. */
public interface LogInTab {
    /** From now on what happens is written down anew. */
    Scene begin();

    /**
     * Types a text by keys, into what has the focus.
     *
     * @throws CommandException if the page does not take it in time
     */
    void type(String text, Duration limit) throws CommandException;

    /**
     * Moves the mouse there and clicks; in CSS pixels of the window.
     *
     * @throws CommandException if the page does not take it in time
     */
    void click(int x, int y, Duration limit) throws CommandException;

    /**
     * All cookies of the profile.
     *
     * @throws CommandException if the browser does not tell in time
     */
    List<SessionCookie> cookies(Duration limit) throws CommandException;

    /**
     * A stretch of what happens.
     *
     * @param tab the tab
     * @param events what is told of it since
     */
    record Scene(Tab tab, VisitEvents events) {}
}
