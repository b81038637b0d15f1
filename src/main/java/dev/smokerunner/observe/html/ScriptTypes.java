package dev.smokerunner.observe.html;

import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Role;
import java.util.Locale;
import java.util.Set;

/** Knows which types of script element browsers run. */
public final class ScriptTypes {
    private static final Set<String> JAVASCRIPT = Set.of(
            "",
            "text/javascript",
            "application/javascript",
            "text/ecmascript",
            "application/ecmascript",
            "application/x-javascript",
            "text/x-javascript",
            "text/jscript",
            "text/livescript");

    private ScriptTypes() {}

    /** What a script element's code is; {@link Role#OTHER} for data. */
    public static Role role(HtmlElement script) {
        return role(script.attribute("type").orElse("").strip().toLowerCase(Locale.ROOT));
    }

    /**
     * What the file of a script element is.
     *
     * @param type the {@code type} in lower case without space around it; empty where it has none
     * @return {@link Role#OTHER} for data that some script may read, e.g. a template
     */
    static Role role(String type) {
        if (type.equals("module")) {
            return Role.MODULE;
        }
        return JAVASCRIPT.contains(type.split(";", 2)[0].strip()) || type.startsWith("text/javascript1.")
                ? Role.SCRIPT
                : Role.OTHER;
    }
}
