package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import dev.smokerunner.observe.visitor.Session;
import java.net.URI;

/** A browser of any engine: one process for the whole run, and for each visit and each log-in a tab with a profile of its own. */
public final class TabbedBrowser implements Browser {
    private final String title;
    private final String place;
    private final Tabs tabs;
    private final MessageLanguage language;
    private final Runnable end;

    /**
     * A browser that runs.
     *
     * @param title its name and version
     * @param place where it runs
     * @param language knows what its messages mean
     * @param end ends it; never hangs, may be called twice
     */
    public TabbedBrowser(String title, String place, Tabs tabs, MessageLanguage language, Runnable end) {
        this.title = title;
        this.place = place;
        this.tabs = tabs;
        this.language = language;
        this.end = end;
    }

    @Override
    public String description() {
        return title + " (" + place + ")";
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        return inTab(request.url(), request.session(), tab -> {
            VisitEvents events = new VisitEvents(request, language);
            BrowserVisit visit = new PageVisit(tab.watch(events), request, events).run();
            if (visit.ending() == Ending.HUNG || visit.ending() == Ending.NOT_NAVIGATED) {
                // Is it the page that is silent, or the browser?
                tab.awaitSignOfLife();
            }
            return visit;
        });
    }

    @Override
    public LogInResult logIn(LogInRequest request) throws BrowserException {
        return inTab(request.page(), request.before(), tab -> new LogIn(tab, language, request).run());
    }

    private <T> T inTab(URI page, Session session, InTab<T> what) throws BrowserException {
        try (OpenTab tab = tabs.open(page)) {
            tab.bring(session);
            return what.done(tab);
        } catch (CommandException failed) {
            throw failed.duringVisit(title);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserException("the visit of " + page + " was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        end.run();
    }

    /** Something to be done in a tab. */
    @FunctionalInterface
    private interface InTab<T> {
        T done(OpenTab tab) throws CommandException, InterruptedException;
    }
}
