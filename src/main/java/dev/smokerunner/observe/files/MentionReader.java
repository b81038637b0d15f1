package dev.smokerunner.observe.files;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the files of a package that one text names: by name, as a module, by folder, or in pieces. */
final class MentionReader {
    private static final List<String> OF_LOADERS = List.of("require", "define(", "import(", "System.");
    private static final String SEPARATORS = "./~_-";

    private final NameBook names;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> pieces = new HashSet<>();

    MentionReader(NameBook names) {
        this.names = names;
    }

    /** The keys of the files that the text names, the file itself among them where it does. */
    Set<String> namedIn(String text, FileKind kind) {
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
        List<String> files = names.files(path);
        List<String> found = files.isEmpty() ? names.unmistakable(last(path)) : files;
        named.addAll(found);
        if (found.isEmpty()) {
            piecesOf(path);
        }
        return !found.isEmpty();
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
            named.addAll(names.filesIn(path));
        }
        return true;
    }

    /** A name without extension is a common word; a path of it, or its use by a loader, makes it a module's. */
    private void module(String path, PathTokens tokens, boolean hasLoader) {
        if (path.indexOf('/') > 0 || tokens.isRelative() || hasLoader && tokens.isQuoted()) {
            named.addAll(names.modules(path));
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
