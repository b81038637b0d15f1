package dev.smokerunner.observe.files;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the files of a package that one text names: by name, as a module, by folder, or in pieces. */
final class MentionReader {
    private static final List<String> OF_LOADERS = List.of("require", "define(", "import(", "System.");
    private static final String SEPARATORS = "./~_-";

    private final FileNameIndex names;
    private final Set<NameEntry> named = new LinkedHashSet<>();
    private final Set<String> pieces = new HashSet<>();

    MentionReader(FileNameIndex names) {
        this.names = names;
    }

    /** What the text names, the file itself among it where it does. */
    Set<NameEntry> namedIn(String text, FileKind kind) {
        switch (kind) {
            case PAGE -> {
                String live = PageText.withoutComments(text);
                read(live, false);
                PageText.scripts(live).forEach(script -> read(script, true));
            }
            case SCRIPT -> read(text, true);
            case TEXT -> read(text, false);
            case OTHER -> {
                // It names nothing.
            }
        }
        named.addAll(names.madeOf(pieces));
        return named;
    }

    private void read(String text, boolean isCode) {
        boolean hasLoader = isCode && OF_LOADERS.stream().anyMatch(text::contains);
        PathTokens tokens = new PathTokens(text);
        while (tokens.next()) {
            String path = tokens.path();
            boolean isKnown = path.endsWith("/") ? isCode && folder(path, tokens) : file(path);
            if (!isKnown && isCode) {
                module(path, tokens, hasLoader);
            }
        }
    }

    private boolean file(String path) {
        Optional<NameEntry> found = names.files(path).or(() -> names.unmistakable(path));
        found.ifPresentOrElse(named::add, () -> piecesOf(path));
        return found.isPresent();
    }

    private void piecesOf(String path) {
        int start = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || SEPARATORS.indexOf(path.charAt(at)) >= 0) {
                piece(path.substring(start, at));
                start = at + 1;
            }
        }
        piece(path);
    }

    private void piece(String piece) {
        if (names.isPart(piece)) {
            pieces.add(piece);
        }
    }

    /** A script that holds a folder's path puts the names of its files behind it. */
    private boolean folder(String path, PathTokens tokens) {
        if (tokens.isQuoted()) {
            names.filesIn(path).ifPresent(named::add);
        }
        return true;
    }

    /** A name without extension is a common word; a path of it, or its use by a loader, makes it a module's. */
    private void module(String path, PathTokens tokens, boolean hasLoader) {
        if (path.indexOf('/') > 0 || tokens.isRelative() || hasLoader && tokens.isQuoted()) {
            names.modules(path).ifPresent(named::add);
        }
    }
}
