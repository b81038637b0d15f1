package dev.smokerunner.observe.files;

import dev.smokerunner.filename.FileName;

/** What the text of a file may name, by the file's extension. */
enum FileKind {
    /** HTML: it names what its tags and inline scripts load. */
    PAGE,
    /** JavaScript: it names files, modules and parts of names. */
    SCRIPT,
    /** CSS and data: they name whole files. */
    TEXT,
    /** Anything else; what a source map or a note for people mentions is not named by it. */
    OTHER;

    static FileKind of(String key) {
        return switch (FileName.of(key).extension()) {
            case "html", "htm", "xhtml", "shtml", "php" -> PAGE;
            case "js", "mjs" -> SCRIPT;
            case "css", "json", "webmanifest", "importmap", "xml", "svg" -> TEXT;
            default -> OTHER;
        };
    }

    boolean isPage() {
        return this == PAGE;
    }
}
