package dev.smokerunner.observe.browser.socket;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Joins the pieces of a socket's messages, and drops a message that is larger than anything we ask for. */
public final class MessageReader implements WebSocket.Listener {

    /** A screenshot of 1280x800 is at most 5.5 MB of text; a page's own message may be of any size. */
    private static final int LONGEST = 16_000_000;

    private final Consumer<String> messages;
    private final Consumer<String> end;
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    public MessageReader(Consumer<String> messages, Consumer<String> end) {
        this.messages = messages;
        this.end = end;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        tooLong |= text.length() + data.length() > LONGEST;
        if (!tooLong) {
            text.append(data);
        }
        if (last) {
            finish();
        }
        socket.request(1);
        return null;
    }

    private void finish() {
        String message = text.toString();
        boolean whole = !tooLong;
        text.setLength(0);
        text.trimToSize();
        tooLong = false;
        if (whole) {
            messages.accept(message);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        end.accept("the browser closed the connection (" + status + ")");
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end.accept("the connection to the browser broke: " + error.getMessage());
    }
}
