package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Functions.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the tables by which the runtimes of webpack 4 and 5, and of what follows their form, name their chunks. */
final class WebpackRuntime {
    /** More runtimes are in no script. */
    private static final int MOST = 20;

    private final Tokens tokens;
    private final MentionBook book;
    private final ScriptKind kind;
    private final Literals literals;
    private final List<At<ChunkTable>> tables = new ArrayList<>();

    WebpackRuntime(Tokens tokens, MentionBook book, ScriptKind kind) {
        this.tokens = tokens;
        this.book = book;
        this.kind = kind;
        this.literals = new Literals(tokens);
    }

    /** The tables, those of scripts first. */
    List<At<ChunkTable>> tables() {
        for (int at = 0; at < tokens.size() && tables.size() < MOST; at++) {
            if (tokens.isName(at) && tokens.is(at + 1, ".") && tokens.is(at + 3, "=") && !tokens.is(at - 1, ".")) {
                assignment(at);
            } else if (tokens.is(at, "return") && tokens.isName(at + 1) && tokens.are(at + 2, ".", "p", "+")) {
                returned(at);
            }
        }
        return tables;
    }

    /** {@code r.u = e => …} and {@code r.miniCssF = e => …} of webpack 5, {@code r.e = function} of webpack 4. */
    private void assignment(int at) {
        String require = tokens.text(at);
        Optional<Function> function = Functions.at(tokens, at + 4);
        if (function.isEmpty()) {
            return;
        }
        if (tokens.is(at + 2, "u")) {
            Predicate<String> known = ChunkFilter.of(tokens, require);
            read(at, function.get().body(), function.get().first(), Sort.script(known));
        } else if (tokens.is(at + 2, "miniCssF")) {
            loaded(require)
                    .ifPresent(ids ->
                            read(at, function.get().body(), function.get().first(), Sort.style(ids)));
        } else if (tokens.is(at + 2, "e")) {
            oldStyles(at, function.get());
        }
    }

    /** {@code function (e) { return r.p + … }} of webpack 4. */
    private void returned(int at) {
        List<String> parameters = Functions.parametersOf(tokens, at - 1);
        if (parameters.size() == 1) {
            read(at + 1, at + 5, parameters.get(0), Sort.script(id -> true));
        }
    }

    private void read(int require, int expression, String parameter, Sort sort) {
        ChunkNameReader reader = new ChunkNameReader(tokens, expression, parameter);
        Optional<ChunkName> name = reader.read();
        boolean isWhole = tokens.is(reader.end(), ",")
                || tokens.is(reader.end(), ";")
                || tokens.is(reader.end(), "}")
                || tokens.is(reader.end(), ")");
        if (name.isEmpty() || !isWhole || !isFile(name.get(), sort)) {
            return;
        }
        PublicPath.near(tokens, require, tokens.text(require), kind).ifPresent(path -> {
            Map<String, Mention> places = new LinkedHashMap<>();
            Map<String, Integer> ids = new LinkedHashMap<>(sort.ids());
            ids.putAll(reader.ids());
            ids.forEach((id, token) -> places.put(id, book.at(token, id)));
            tables.add(new At<>(
                    require,
                    new ChunkTable(name.get(), places, sort.known(), path.anchor(), path.path(), sort.role())));
        });
    }

    /** Whether what comes out of an id that is in no table, or of one that is, is the name of a file of the sort. */
    private static boolean isFile(ChunkName name, Sort sort) {
        // Each name ends alike, so any id that has one will do.
        return name.of("0").map(file -> sort.fits(file)).orElse(true);
    }

    /** The ids that the runtime loads styles for: {@code {12: 1}} within {@code r.f.miniCss}. */
    private Optional<Map<String, Integer>> loaded(String require) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.are(at, require, ".", "f", ".", "miniCss", "=")) {
                int head = at + 6;
                return Functions.at(tokens, head).flatMap(function -> ones(function.body()));
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, Integer>> ones(int body) {
        int end = tokens.partner(body);
        for (int at = body + 1; at < end; at++) {
            Optional<Map<String, Integer>> table = tokens.is(at, "{") ? literals.object(at) : Optional.empty();
            boolean isOnes = table.filter(
                            ids -> !ids.isEmpty() && ids.values().stream().allMatch(value -> tokens.is(value, "1")))
                    .isPresent();
            if (isOnes) {
                return table;
            }
        }
        return Optional.empty();
    }

    private void oldStyles(int at, Function function) {
        Optional<Map<String, Integer>> loaded = ones(function.body());
        int end = tokens.partner(function.body());
        for (int token = function.body(); loaded.isPresent() && token < end; token++) {
            boolean isJoined = tokens.is(token, "=") && (tokens.isString(token + 1) || tokens.is(token + 1, "("));
            if (isJoined) {
                int before = tables.size();
                read(at, token + 1, function.first(), Sort.style(loaded.get()));
                if (tables.size() > before) {
                    return;
                }
            }
        }
    }

    /**
     * Which files a table is about.
     *
     * @param role what they are
     * @param known whether an id has one
     * @param ids the ids that are known to have one, with the tokens that say so
     */
    private record Sort(Role role, Predicate<String> known, Map<String, Integer> ids) {
        static Sort script(Predicate<String> known) {
            return new Sort(Role.SCRIPT, known, Map.of());
        }

        static Sort style(Map<String, Integer> ids) {
            return new Sort(Role.STYLE, ids::containsKey, ids);
        }

        boolean fits(String file) {
            return role == Role.STYLE ? FileRoles.extension(file).equals("css") : FileRoles.isScript(file);
        }
    }
}
