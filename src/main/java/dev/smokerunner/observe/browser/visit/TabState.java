package dev.smokerunner.observe.browser.visit;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a tab stands between the start of a navigation and the load event. Not safe for use by several threads.
 */
final class TabState {

    /** A log-in by redirects in scripts takes three or four; more is a page that goes round in circles. */
    static final int MOST_NAVIGATIONS = 5;

    private final Set<String> begun = new HashSet<>();
    private String pending = "";
    private String current = "";
    private boolean loaded;
    private boolean failed;
    private boolean cut;
    private boolean gone;
    private boolean asking;

    void navigationStarted(String id) {
        if (!failed && begun.size() <= MOST_NAVIGATIONS && begun.add(id)) {
            pending = id;
        }
    }

    void committed(String id) {
        if (!failed) {
            current = id;
            pending = pending.equals(id) ? "" : pending;
            loaded = false;
            cut = false;
        }
    }

    /** A load event came. */
    void loaded(String id) {
        loaded |= !failed && !current.isEmpty() && id.equals(current);
    }

    /**
     * A navigation came to nothing.
     *
     * @param pageStays whether the page before it is still shown, as after a download
     */
    void navigationFailed(String id, boolean pageStays) {
        if (failed) {
            return;
        }
        if (id.equals(current)) {
            cut = !loaded;
        } else if (id.equals(pending)) {
            pending = "";
            failed = current.isEmpty() || !pageStays;
        }
    }

    /** A navigation came to an error page of the browser's own, maybe after the page had begun to come. */
    void cameToErrorPage(String id) {
        if (id.equals(current)) {
            failed = true;
        } else {
            navigationFailed(id, false);
        }
    }

    /** The browser would not even begin. */
    void refused() {
        failed |= current.isEmpty();
    }

    /** The tab crashed or was closed. */
    void gone() {
        gone = true;
    }

    /** The page opens dialog after dialog. */
    void keepsAsking() {
        asking = true;
    }

    /** Whether the page opens dialog after dialog, so that nobody gets past them. */
    boolean isKeptByDialogs() {
        return asking;
    }

    /** Whether a page is there and its load event came. */
    boolean isLoaded() {
        return loaded && pending.isEmpty() && !failed;
    }

    /** Whether the page that was there goes to another one, which is not there yet. */
    boolean isLeaving() {
        return !current.isEmpty() && !isDecided();
    }

    /** Whether there is no page, and none is coming. */
    boolean hasFailed() {
        return failed;
    }

    /** Whether the page's document ended early, so that it will never load. */
    boolean isCut() {
        return cut && pending.isEmpty();
    }

    boolean isGone() {
        return gone;
    }

    /** Whether any document has come. */
    boolean hasPage() {
        return !current.isEmpty() && !failed;
    }

    boolean keepsNavigating() {
        return begun.size() > MOST_NAVIGATIONS;
    }

    int navigations() {
        return begun.size();
    }

    /** Whether nothing more can be waited for before the page is settled. */
    boolean isDecided() {
        return isLoaded() || failed || isCut() || gone || asking || keepsNavigating();
    }
}
