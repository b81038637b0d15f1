package dev.smokerunner.observe.html;

/** Knows how RequireJS finds its first script. */
final class RequireJs {
    private RequireJs() {}

    /**
     * The file that a {@code data-main} names: RequireJS adds {@code .js} to a module's name, but takes what has a query or
     * ends in {@code .js} as a path. It splits the folder off first, so a protocol does not make it a path.
     *
     * @return empty where it names no file, as a loader plugin's argument does not
     */
    static String mainScript(String dataMain) {
        String value = dataMain.strip();
        if (value.isEmpty() || value.contains("!")) {
            return "";
        }
        return value.endsWith(".js") || value.contains("?") ? value : value + ".js";
    }
}
