package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.firefox.ErrorPage;
import dev.smokerunner.observe.browser.firefox.FirefoxError;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.TabListener;
import java.util.concurrent.CompletableFuture;

/** Tells a listener, in the words of no protocol, what WebDriver BiDi reports of one tab. */
final class TabEvents {
    private final String tab;
    private final TabListener listener;
    private final Navigations navigations = new Navigations();
    private final NetworkEvents network;
    private final MessageEvents messages;
    private String current = "";
    private final CompletableFuture<Fields> end = new CompletableFuture<>();

    /**
     * Tells a listener.
     *
     * @param tab the browser's name for the tab; any other context is a frame within it
     * @param listener is told
     * @param bodies says of encoded answers whether they could be read
     */
    TabEvents(String tab, TabListener listener, EncodedBodies bodies) {
        this.tab = tab;
        this.listener = listener;
        this.network = new NetworkEvents(listener, tab, navigations, bodies);
        this.messages = new MessageEvents(listener, network);
    }

    void accept(BidiEvent event) {
        Fields params = event.params();
        if (event.method().startsWith("network.")) {
            network.accept(event);
        } else if (event.method().equals("log.entryAdded")) {
            messages.accept(params);
        } else if (event.method().equals("script.message")) {
            called(params.textOr("channel", ""), params.in("data").textOr("value", ""));
        } else if (event.method().equals("browsingContext.userPromptOpened")) {
            listener.dialogOpened(params.textOr("type", ""), params.textOr("message", ""));
        } else if (event.context().equals(tab)) {
            page(event.method(), params);
        } else {
            frame(event.method(), params);
        }
    }

    private void frame(String method, Fields params) {
        if (method.equals("browsingContext.navigationCommitted")) {
            network.framed(params.textOr("url", ""));
        }
        listener.stirred();
    }

    private void called(String function, String payload) {
        if (function.equals(ErrorPlaces.BINDING)) {
            messages.placed(payload);
        } else if (function.equals(CallStack.BINDING)) {
            CallStack.read(payload).ifPresent(call -> listener.calledFrom(call.url(), call.callers()));
        } else {
            listener.called(function, payload);
        }
    }

    private void page(String method, Fields params) {
        String navigation = navigations.latest(params.textOr("navigation", ""));
        switch (method) {
            case "browsingContext.navigationStarted" -> listener.navigationStarted(navigation);
            case "browsingContext.navigationCommitted" -> committed(navigation, params);
            case "browsingContext.load" -> listener.loaded(navigation);
            case "browsingContext.navigationFailed", "browsingContext.navigationAborted" -> givenUp(navigation);
            case "browsingContext.downloadWillBegin" -> {
                listener.downloads(params.textOr("suggestedFilename", "?"));
                listener.failed(navigation, FirefoxError.ABORT);
            }
            case "browsingContext.contextDestroyed" -> gone();
            default -> listener.stirred();
        }
    }

    /** A page that goes on to another one before it is loaded is told of as a failure too; what it came from stays. */
    private void givenUp(String navigation) {
        if (navigation.equals(current)) {
            listener.stirred();
        } else {
            listener.failed(navigation, FirefoxError.ABORT);
        }
    }

    private void committed(String navigation, Fields params) {
        switch (ErrorPage.of(params.textOr("url", ""))) {
            case CRASH -> gone();
            case FAILURE -> {
                if (navigation.equals(current)) {
                    // Only while the page came the browser found that it could not read it.
                    listener.failed(navigation, FirefoxError.of(ErrorPage.code(params.textOr("url", ""))));
                }
                listener.navigationStarted(navigation);
                listener.navigationFailed(navigation);
            }
            case NONE -> {
                // The empty page at the start belongs to no navigation.
                if (!navigation.isEmpty()) {
                    current = navigation;
                    listener.committed(navigation, params.number("timestamp"));
                }
            }
        }
    }

    private void gone() {
        listener.gone();
        end.completeExceptionally(new CommandException(Kind.REFUSED, "the tab is gone"));
    }

    /** Fails when the tab is gone, so that nobody waits for its answer. */
    CompletableFuture<Fields> end() {
        return end;
    }

    /** The protocol's name for a request of which the listener was told. */
    String protocolName(String request) {
        return network.protocolName(request);
    }

    /**
     * The command to navigate had an error for an answer.
     *
     * @param why the browser's words
     */
    void refused(String why) {
        listener.refused(why);
    }

    void breakOff() {
        listener.breakOff();
    }
}
