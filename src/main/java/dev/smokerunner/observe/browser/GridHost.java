package dev.smokerunner.observe.browser;

import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.observe.grid.GridSession;
import dev.smokerunner.observe.grid.GridTrouble;
import dev.smokerunner.observe.grid.GridWatch;
import dev.smokerunner.observe.grid.GridWish;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that a Selenium Grid started on one of its nodes. */
final class GridHost implements BrowserHost {
    /** Others may have all slots; a run of theirs takes half a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final GridAddress grid;
    private final GridSession session;
    private final List<GridWatch> watches = new CopyOnWriteArrayList<>();

    private GridHost(GridAddress grid, GridSession session) {
        this.grid = grid;
        this.session = session;
    }

    /**
     * Waits for a free slot and for the browser's start there.
     *
     * @throws BrowserTrouble if there is none
     */
    static GridHost open(GridAddress grid, BrowserChoice choice) throws BrowserTrouble {
        GridWish wish = new GridWish(kind(choice), BrowserArguments.EVERYWHERE);
        try {
            return new GridHost(grid, GridSession.open(grid, wish, LONGEST_WAIT));
        } catch (GridTrouble trouble) {
            throw new BrowserTrouble(String.valueOf(trouble.getMessage()), trouble);
        }
    }

    static GridWish.Browser kind(BrowserChoice choice) {
        return choice.name() == BrowserChoice.Name.EDGE ? GridWish.Browser.EDGE : GridWish.Browser.CHROME;
    }

    GridSession session() {
        return session;
    }

    @Override
    public String place() {
        return "Selenium Grid " + grid;
    }

    @Override
    public void onEnd(Runnable action) {
        watches.add(GridWatch.over(session, why -> action.run()));
    }

    @Override
    public void close() {
        watches.forEach(GridWatch::close);
        session.close();
    }
}
