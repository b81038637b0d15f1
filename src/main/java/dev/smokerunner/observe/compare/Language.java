package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observe.script.ScriptSpelling;
import java.util.Locale;

/** What a file is written in, as far as it says what may be spelled otherwise and means the same. */
public enum Language {
    /** HTML, which is compared as a parsed document. */
    PAGE,
    /** JavaScript. */
    SCRIPT,
    /** CSS. */
    STYLE,
    /** JSON. */
    JSON,
    /** A picture of points. */
    PICTURE,
    /** Anything else: each character may mean something. */
    OTHER;

    /** What a file is written in, by its name. */
    public static Language of(ReleaseFile file) {
        if (file.isPage()) {
            return PAGE;
        }
        return switch (file.name().extension().toLowerCase(Locale.ROOT)) {
            case "js", "mjs", "cjs" -> SCRIPT;
            case "css" -> STYLE;
            case "json", "map", "webmanifest" -> JSON;
            case "png", "jpg", "jpeg", "gif" -> PICTURE;
            default -> OTHER;
        };
    }

    /** A text as it would be spelled with nothing that it does not need; the same for texts of the same tokens. */
    String spelled(String text) {
        return switch (this) {
            case SCRIPT -> ScriptSpelling.of(text);
            case STYLE -> StyleSpelling.of(text);
            case JSON -> JsonSpelling.of(text);
            case PAGE, PICTURE, OTHER -> text;
        };
    }
}
