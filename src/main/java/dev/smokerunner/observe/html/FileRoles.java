package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Role;
import java.util.Locale;

/** Tells from a file's name what it is for, where nothing else does. */
public final class FileRoles {
    private FileRoles() {}

    /** The extension of the file that an address names, in lower case without dot; empty where it has none. */
    public static String extension(String address) {
        String path = address.split("[?#]", 2)[0];
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether an address names a script. */
    public static boolean isScript(String address) {
        String extension = extension(address);
        return extension.equals("js") || extension.equals("mjs");
    }

    /** What a file is for that is fetched as it is, e.g. into a cache. */
    public static Role role(String address) {
        return switch (extension(address)) {
            case "js" -> Role.SCRIPT;
            case "mjs" -> Role.MODULE;
            case "css" -> Role.STYLE;
            case "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico" -> Role.IMAGE;
            case "woff", "woff2", "ttf", "otf" -> Role.FONT;
            case "json" -> Role.JSON;
            case "webmanifest" -> Role.MANIFEST;
            case "", "html", "htm" -> Role.DOCUMENT;
            default -> Role.OTHER;
        };
    }
}
