package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.TabListener;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Tells a listener, in the words of no protocol, what the DevTools protocol reports of one tab. */
final class TabEvents {
    private final TabPlace place;
    private final TabListener listener;
    private final NetworkEvents network;
    private final MessageEvents messages;
    private final CompletableFuture<Fields> end = new CompletableFuture<>();
    private long pageBegan;

    TabEvents(TabPlace place, TabListener listener) {
        this.place = place;
        this.listener = listener;
        this.network = new NetworkEvents(listener, place.frame());
        this.messages = new MessageEvents(listener);
    }

    void accept(DevToolsEvent event) {
        Fields params = event.params();
        if (event.method().startsWith("Network.")) {
            network.accept(event);
        } else if (event.method().startsWith("Page.")) {
            page(event.method(), params);
        } else if (event.method().equals("Runtime.bindingCalled")) {
            listener.called(params.textOr("name", ""), params.textOr("payload", ""));
        } else if (isDownload(event)) {
            listener.downloads(params.textOr("suggestedFilename", "?"));
        } else if (isEndOfTab(event)) {
            listener.gone();
            end.completeExceptionally(new CommandException(Kind.REFUSED, "the tab is gone"));
        } else {
            messages.accept(event);
        }
    }

    private boolean isDownload(DevToolsEvent event) {
        return event.method().equals("Browser.downloadWillBegin") && isAboutTab(event.params());
    }

    private boolean isAboutTab(Fields params) {
        return params.textOr("frameId", "").equals(place.frame());
    }

    private boolean isEndOfTab(DevToolsEvent event) {
        boolean crashed = event.method().equals("Inspector.targetCrashed")
                && event.session().equals(place.session());
        boolean closed = event.method().equals("Target.detachedFromTarget")
                && event.params().textOr("sessionId", "").equals(place.session().id());
        return crashed || closed;
    }

    private void page(String method, Fields params) {
        switch (method) {
            case "Page.frameStartedNavigating" -> startedNavigating(params);
            case "Page.lifecycleEvent" -> lifecycle(params);
            case "Page.frameNavigated" -> navigated(params.in("frame"));
            case "Page.javascriptDialogOpening" ->
                listener.dialogOpened(params.textOr("type", ""), params.textOr("message", ""));
            default -> listener.stirred();
        }
    }

    private void startedNavigating(Fields params) {
        boolean sameDocument =
                params.textOr("navigationType", "").toLowerCase(Locale.ROOT).contains("samedocument");
        if (isAboutTab(params) && !sameDocument) {
            listener.navigationStarted(params.textOr("loaderId", ""));
        }
    }

    private void lifecycle(Fields params) {
        if (isAboutTab(params)) {
            switch (params.textOr("name", "")) {
                case "init" -> pageBegan = NetworkEvents.millis(params);
                case "load" -> listener.loaded(params.textOr("loaderId", ""));
                default -> listener.stirred();
            }
        }
    }

    private void navigated(Fields frame) {
        String id = frame.textOr("loaderId", "");
        if (!frame.textOr("id", "").equals(place.frame())) {
            return;
        }
        if (frame.has("unreachableUrl")) {
            listener.navigationFailed(id);
        } else {
            listener.committed(id, pageBegan);
        }
    }

    /** Fails when the tab is gone, so that nobody waits for its answer. */
    CompletableFuture<Fields> end() {
        return end;
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
