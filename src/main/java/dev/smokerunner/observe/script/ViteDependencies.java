package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the list of files that Vite loads ahead of a module: {@code __vite__mapDeps}. Its names are relative to the script
 * where the build's base is, else to a base that only the preloading code knows; then it is told by a module that stands in
 * the list and is imported as well.
 */
final class ViteDependencies {
    private static final String NAME = "__vite__mapDeps";
    /** The list stands within so many tokens of the name. */
    private static final int NEAR = 60;

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;

    ViteDependencies(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    void find() {
        for (int at = 0; at < tokens.size(); at++) {
            boolean isMadeHere = tokens.is(at, NAME) && (tokens.is(at + 1, "=") || tokens.is(at - 1, "function"));
            if (isMadeHere) {
                list(at).ifPresent(this::read);
                return;
            }
        }
    }

    private Optional<List<Integer>> list(int from) {
        for (int at = from; at < from + NEAR; at++) {
            if (tokens.is(at, "[") && tokens.isString(at + 1)) {
                return literals.onlyStrings(at);
            }
        }
        return Optional.empty();
    }

    private void read(List<Integer> list) {
        Optional<String> folder = folder(list);
        for (int token : list) {
            String entry = tokens.value(token);
            boolean isWhole = entry.startsWith(".") || entry.startsWith("/") || entry.contains("://");
            if (isWhole || folder.isPresent()) {
                Role role = FileRoles.extension(entry).equals("css") ? Role.STYLE : Role.MODULE;
                Mention mention = book.at(token, entry)
                        .with(
                                Anchor.SCRIPT,
                                role,
                                Optional.of(ScriptKind.MODULE).filter(kind -> role == Role.MODULE));
                book.add(isWhole ? mention : mention.in(folder.get()));
            }
        }
    }

    /** What leads from the script to the folder that the list is relative to, if the script also imports an entry. */
    private Optional<String> folder(List<Integer> list) {
        Map<String, String> imported = new HashMap<>();
        book.all().stream()
                .filter(mention -> mention.anchor() == Anchor.MODULE)
                .forEach(mention -> imported.putIfAbsent(file(mention.raw()), mention.raw()));
        for (int token : list) {
            String entry = tokens.value(token);
            String raw = imported.get(file(entry));
            if (raw != null && raw.startsWith(".")) {
                int depth = (int) entry.chars().filter(c -> c == '/').count();
                return Optional.of(raw.substring(0, raw.lastIndexOf('/') + 1) + "../".repeat(depth));
            }
        }
        return Optional.empty();
    }

    private static String file(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
