package dev.smokerunner.check.text;

import java.util.Optional;

/** Tells whether a JSON text was cut: within a string, or before all is closed that it opened. */
public final class JsonEnd {
    /** What should be there instead. */
    public static final String EXPECTED = "JSON that closes all that it opens";

    private final String json;
    private int open;
    private boolean inString;

    private JsonEnd(String json) {
        this.json = json;
    }

    /** The end of the text, if it is a cut; empty otherwise. */
    public static Optional<String> of(String json) {
        return isCollection(json) && new JsonEnd(json).isOpen() ? Optional.of(CutText.end(json)) : Optional.empty();
    }

    /** What does not begin like one may be anything, and is told as what it is. */
    private static boolean isCollection(String json) {
        String start = json.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    private boolean isOpen() {
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '"') {
                inString = !inString;
            } else if (!inString) {
                count(c);
            } else if (c == '\\') {
                at++;
            }
        }
        return inString || open > 0;
    }

    private void count(char c) {
        if (c == '{' || c == '[') {
            open++;
        } else if (c == '}' || c == ']') {
            open--;
        }
    }
}
