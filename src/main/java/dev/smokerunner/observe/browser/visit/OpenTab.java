package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import java.time.Duration;
import java.util.List;

/** A tab with a profile of its own, from its opening to its end, in whatever protocol. */
public interface OpenTab extends AutoCloseable {
    /**
     * Puts what a visitor brings along into the profile; must be done before the tab goes anywhere.
     *
     * @throws CommandException if the browser does not take it
     */
    void bring(Session session) throws CommandException;

    /**
     * What happens from now on is told to this listener.
     *
     * @return the way to act in the tab
     */
    Tab watch(TabListener listener);

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
     * Waits for a sign that the browser lives, where the page has fallen silent. The page may be lost by that.
     *
     * @throws CommandException if none comes
     */
    void awaitSignOfLife() throws CommandException;

    /** Ends the tab and its profile, without waiting for it. */
    @Override
    void close();
}
