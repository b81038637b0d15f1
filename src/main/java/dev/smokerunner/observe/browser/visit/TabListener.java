package dev.smokerunner.observe.browser.visit;

import java.net.URI;
import java.util.List;

/**
 * Is told what happens in a tab, in the words of no protocol: one event after the other, on one thread, in the order in which
 * it happened. Must be quick.
 */
public interface TabListener {
    /** A request left the browser; it may be told of twice. */
    void sent(SentRequest request);

    /**
     * A request was sent elsewhere.
     *
     * @param to where to
     * @param hop the answer that did so
     * @param isTold whether what came over the wire for that answer is told too, before or after this
     */
    void redirected(String request, URI to, RequestTable.Answer hop, boolean isTold);

    /**
     * Code of the page called that address, of which the listener was told or will be, and the browser did not say which code.
     *
     * @param callers the places of the code, the innermost first
     */
    void calledFrom(URI url, List<Asking.Caller> callers);

    /** The browser's cache has the answer. */
    void servedFromCache(String request);

    /** An answer began. */
    void answered(String request, RequestTable.Answer answer);

    /** What came over the wire, before the browser's cache and its rules had their say. */
    void told(String request, RequestTable.Answer wire);

    /**
     * An answer came whole.
     *
     * @param bytes its length on the wire
     */
    void completed(String request, long bytes);

    /** A request failed, and with it the navigation of that name. */
    void failed(String request, RequestError error);

    /**
     * The page opens something that is no request with an answer: a socket, a service worker.
     *
     * @param id a name for it
     * @param url where it is
     */
    void opens(String id, URI url);

    /** Of something that the page opens it is known whether it opened. */
    void opened(String id);

    /** The page or the browser said something. */
    void said(MessageBook.Said said);

    /**
     * An error that nothing caught, of which the listener was told or will be, is none: the page took it for itself.
     *
     * @param text the error's text
     */
    void tookBack(String text);

    /**
     * The tab goes to another document; it may be told of twice.
     *
     * @param navigation the browser's name for it, which is also that of the request for the document
     */
    void navigationStarted(String navigation);

    /** A navigation came to an error page of the browser's own. */
    void navigationFailed(String navigation);

    /**
     * A document took the place of the one before.
     *
     * @param began when the new one began, in milliseconds of the browser's clock
     */
    void committed(String navigation, long began);

    /** The load event of a document. */
    void loaded(String navigation);

    /** The navigation became a download. */
    void downloads(String fileName);

    /** The browser would not begin to navigate. */
    void refused(String why);

    /**
     * A dialog opened.
     *
     * @param kind the standard's name: alert, confirm, prompt, beforeunload
     */
    void dialogOpened(String kind, String text);

    /** A script of ours in the page called a function of ours. */
    void called(String function, String payload);

    /** Something happened that is of no account in itself. */
    void stirred();

    /** The tab crashed or was closed. */
    void gone();

    /** The connection to the browser is gone: nothing more will come. */
    void breakOff();
}
