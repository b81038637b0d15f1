package dev.smokerunner.observe.script;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files with a fingerprint that a script names for itself: {@code image.src = "img/map-1a2b3c4d.png"}, or
 * {@code "/img/map-1a2b3c4d.png"} wherever it stands. Libraries name files that no page of theirs may have; a fingerprint
 * was put there by the build that made the file.
 */
final class FingerprintedNames {
    private static final Set<String> ATTRIBUTES = Set.of("src", "href");
    private static final Set<String> LOADERS = Set.of("fetch", "getScript", "getJSON");

    /** What a build puts fingerprints into; a page or a picture of an article may have a number that looks like one. */
    private static final Set<Role> BUILT =
            EnumSet.of(Role.SCRIPT, Role.MODULE, Role.STYLE, Role.IMAGE, Role.FONT, Role.JSON);

    private final Tokens tokens;
    private final MentionBook book;

    FingerprintedNames(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
    }

    /** Leaves out what was found before by somebody who knows more about it. */
    void find() {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.isString(at) && !book.has(at) && isWhole(at) && (isFromTheTop(at) || isLoaded(at))) {
                add(at);
            }
        }
    }

    private boolean isWhole(int token) {
        return !tokens.is(token + 1, "+")
                && !tokens.is(token + 1, ".")
                && !tokens.is(token + 1, "?")
                && !tokens.is(token - 1, "+")
                // A key or a comparison names a file without loading it.
                && !tokens.is(token + 1, ":")
                && !isIndex(token)
                && !tokens.is(token - 1, "==")
                && !tokens.is(token - 1, "===");
    }

    private boolean isIndex(int token) {
        boolean isAlone = tokens.is(token - 1, "[") && tokens.is(token + 1, "]");
        return isAlone && (tokens.isName(token - 2) || tokens.is(token - 2, ")") || tokens.is(token - 2, "]"));
    }

    private boolean isFromTheTop(int token) {
        String address = tokens.value(token);
        return address.startsWith("/") && !address.startsWith("//");
    }

    private boolean isLoaded(int token) {
        boolean isAssigned =
                tokens.is(token - 1, "=") && ATTRIBUTES.contains(tokens.text(token - 2)) && tokens.is(token - 3, ".");
        boolean isSet = tokens.are(token - 4, "setAttribute", "(")
                && ATTRIBUTES.contains(tokens.value(token - 2))
                && tokens.is(token - 1, ",");
        boolean isAsked = tokens.is(token - 1, "(") && LOADERS.contains(tokens.text(token - 2));
        return isAssigned || isSet || isAsked;
    }

    private void add(int token) {
        String address = tokens.value(token);
        Role role = FileRoles.role(address);
        boolean isBuilt = FileName.ofAddress(address).fingerprint().isPresent() && BUILT.contains(role);
        if (isBuilt) {
            book.add(token, Anchor.PAGE, role, Optional.of(ScriptKind.CLASSIC).filter(kind -> role == Role.SCRIPT));
        }
    }
}
