package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.chromium.ThrownText;
import dev.smokerunner.observe.browser.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page writes to its console, as text. */
final class ConsoleText {
    private static final Pattern DIRECTIVE = Pattern.compile("%([sdifoOc%])");

    /** Where V8's stack begins in the description of an error. */
    private static final Pattern FRAMES = Pattern.compile("\\n {4}at ");

    private ConsoleText() {}

    /** The arguments of one call, the directives of its first filled in as a console does. */
    static String of(List<Fields> arguments) {
        List<Fields> left = new ArrayList<>(arguments);
        StringBuilder text = new StringBuilder();
        if (!left.isEmpty() && left.get(0).textOr("type", "").equals("string")) {
            text.append(filled(left.remove(0).textOr("value", ""), left));
        }
        for (Fields argument : left) {
            text.append(text.isEmpty() ? "" : " ").append(value(argument));
        }
        return text.toString();
    }

    private static String filled(String format, List<Fields> left) {
        return DIRECTIVE.matcher(format).replaceAll(found -> Matcher.quoteReplacement(filling(found.group(1), left)));
    }

    private static String filling(String directive, List<Fields> left) {
        if (directive.equals("%")) {
            return "%";
        }
        if (left.isEmpty()) {
            return "%" + directive;
        }
        String value = value(left.remove(0));
        // %c styles what follows.
        return directive.equals("c") ? "" : value;
    }

    /** What was thrown, without its stack. */
    static String ofException(Fields details) {
        Fields thrown = details.in("exception");
        String text = details.has("exception") ? value(thrown) : "";
        return text.isEmpty() ? ThrownText.withoutRejection(details.textOr("text", "")) : text;
    }

    private static String value(Fields remote) {
        return switch (remote.textOr("type", "")) {
            case "string" -> remote.textOr("value", "");
            case "undefined" -> "undefined";
            case "object" -> object(remote);
            default -> plain(remote);
        };
    }

    private static String plain(Fields remote) {
        return remote.text("unserializableValue")
                .or(() -> remote.has("value")
                        ? Optional.of(String.valueOf(remote.map().get("value")))
                        : Optional.empty())
                .orElseGet(() -> firstLine(remote.textOr("description", "")));
    }

    private static String object(Fields remote) {
        if (remote.textOr("subtype", "").equals("null")) {
            return "null";
        }
        Fields preview = remote.in("preview");
        List<Fields> properties = preview.list("properties");
        boolean plainObject = remote.textOr("subtype", "").isEmpty() && !properties.isEmpty();
        return plainObject
                ? "{" + members(properties, preview.flag("overflow")) + "}"
                : withoutStack(remote.textOr("description", ""));
    }

    private static String members(List<Fields> properties, boolean more) {
        return properties.stream()
                        .map(property -> property.textOr("name", "") + ": " + property.textOr("value", ""))
                        .collect(Collectors.joining(", "))
                + (more ? ", …" : "");
    }

    /** The message of an error, which may have several lines: loaders write the address that failed on the second. */
    private static String withoutStack(String description) {
        return FRAMES.split(description, 2)[0].strip();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
