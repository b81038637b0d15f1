package dev.smokerunner.config;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What was found, in a phrase that fits after "got": quoted, cut, on one line and without credentials. */
final class Quoted {
    private static final int LONGEST = 120;
    private static final Pattern USERINFO = Pattern.compile("//[^/@\\s]*@");

    private Quoted() {}

    /** The phrase for a value. */
    static String of(JsonNode node, ValuePosition spot) {
        if (node.isMissingNode() || node.isNull()) {
            return "nothing";
        }
        if (node.isArray()) {
            return "a list";
        }
        if (node.isObject()) {
            return "a map";
        }
        if (node.isNumber()) {
            return "the number " + cut(spot.written());
        }
        if (node.isBoolean()) {
            return node.asString();
        }
        return quoted(spot.written().contains("${secret:") ? spot.written() : node.asString());
    }

    /** A text in quotes. */
    static String quoted(String text) {
        String harmless = USERINFO.matcher(text).replaceAll("//***@");
        StringBuilder out = new StringBuilder("\"");
        cut(harmless).codePoints().forEach(c -> out.append(visible(c)));
        return out.append('"').toString();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String visible(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                isPrintable(codePoint)
                        ? Character.toString(codePoint)
                        : String.format(Locale.ROOT, "\\u%04x", codePoint);
        };
    }

    private static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        return !Character.isISOControl(codePoint)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }
}
