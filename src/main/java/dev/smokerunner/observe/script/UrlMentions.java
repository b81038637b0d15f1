package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the workers and worklets that a script starts, the scripts that a worker runs, and the files beside a module that it names. */
final class UrlMentions {
    private static final Set<String> WORKERS = Set.of("Worker", "SharedWorker");
    private static final Set<String> GLOBALS = Set.of("window", "self", "globalThis");
    /** Names of files that a caller may replace by its own before they are asked for. */
    private static final Set<String> DEFAULTS = Set.of("", "wasm", "data", "html");

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;
    private final Fallbacks fallbacks;

    UrlMentions(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
        this.fallbacks = new Fallbacks(tokens);
    }

    void find(ScriptKind kind) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, "new")) {
                worker(at);
                besideModule(at);
            } else if (tokens.are(at, "serviceWorker", ".", "register", "(")) {
                argument(at + 4, Demands.needing(Need.SAME_ORIGIN, Need.JAVASCRIPT_TYPE));
            } else if (tokens.are(at, ".", "addModule", "(") && FileRoles.isScript(tokens.value(at + 3))) {
                worklet(at + 3);
            } else if (kind == ScriptKind.WORKER && tokens.are(at, "importScripts", "(")) {
                importScripts(at);
            }
        }
    }

    private void worker(int newToken) {
        int at = newToken + 1;
        if (GLOBALS.contains(tokens.text(at)) && tokens.is(at + 1, ".")) {
            at += 2;
        }
        if (isWorker(at) && tokens.is(at + 1, "(") && FileRoles.isScript(tokens.value(at + 2))) {
            argument(at + 2, demands(newToken, at + 1));
        }
    }

    /** What a browser insists on when it starts a worker: without another way its own origin, and of a module its type. */
    private Demands demands(int newToken, int open) {
        if (fallbacks.has(newToken, tokens.partner(open))) {
            return Demands.NONE;
        }
        List<Integer> arguments = literals.elements(open);
        boolean isModule = arguments.size() > 1
                && literals.object(arguments.get(1))
                        .map(options -> options.get("type"))
                        .filter(type -> tokens.value(type).equals("module"))
                        .isPresent();
        return isModule ? Demands.needing(Need.SAME_ORIGIN, Need.JAVASCRIPT_TYPE) : Demands.needing(Need.SAME_ORIGIN);
    }

    private boolean isWorker(int at) {
        return tokens.isName(at) && WORKERS.contains(tokens.text(at));
    }

    private void argument(int at, Demands demands) {
        if (tokens.isString(at) && (tokens.is(at + 1, ")") || tokens.is(at + 1, ","))) {
            book.add(at, Anchor.PAGE, Role.WORKER, Optional.of(ScriptKind.WORKER), demands);
        }
    }

    /** The module of a worklet: {@code context.audioWorklet.addModule("x.js")}. */
    private void worklet(int at) {
        if (tokens.isString(at) && (tokens.is(at + 1, ")") || tokens.is(at + 1, ","))) {
            book.add(
                    at,
                    Anchor.PAGE,
                    Role.MODULE,
                    Optional.of(ScriptKind.MODULE),
                    Demands.needing(Need.JAVASCRIPT_TYPE));
        }
    }

    private void importScripts(int at) {
        boolean isMethod = tokens.is(at - 1, ".") && !GLOBALS.contains(tokens.text(at - 2));
        if (!isMethod) {
            literals.strings(at + 1)
                    .forEach(token -> book.add(token, Anchor.PAGE, Role.SCRIPT, Optional.of(ScriptKind.WORKER)));
        }
    }

    /** {@code new URL("x", import.meta.url)}; what it is for is told by what takes it. */
    private void besideModule(int newToken) {
        int string = newToken + 3;
        boolean isBeside = tokens.are(newToken, "new", "URL", "(")
                && tokens.isString(string)
                && tokens.is(string + 1, ",")
                && isModuleUrl(string + 2);
        if (!isBeside) {
            return;
        }
        String address = tokens.value(string);
        int taker = taker(newToken);
        if (taker >= 0) {
            Demands demands = isWorker(taker)
                    ? demands(start(taker), taker + 1)
                    : Demands.needing(Need.SAME_ORIGIN, Need.JAVASCRIPT_TYPE);
            book.add(string, Anchor.SCRIPT, Role.WORKER, Optional.of(ScriptKind.WORKER), demands);
        } else if (FileRoles.isScript(address)) {
            book.add(string, Anchor.SCRIPT, Role.WORKER, Optional.of(ScriptKind.WORKER));
        } else if (!DEFAULTS.contains(FileRoles.extension(address))) {
            book.add(string, Anchor.SCRIPT, FileRoles.role(address), Optional.empty());
        }
    }

    /** Whether the script puts a constructor of its own into the place of {@code Worker}, as what wraps foreign ones does. */
    boolean replaceWorker() {
        for (int at = 0; at < tokens.size(); at++) {
            boolean isSet = tokens.is(at, "Worker") && tokens.is(at + 1, "=") && isGlobal(at);
            boolean isDefined = tokens.are(at, "defineProperty", "(")
                    && tokens.is(at + 3, ",")
                    && tokens.value(at + 4).equals("Worker");
            if (isSet || isDefined) {
                return true;
            }
        }
        return false;
    }

    private boolean isGlobal(int name) {
        return tokens.is(name - 1, ".") ? GLOBALS.contains(tokens.text(name - 2)) : !tokens.isName(name - 1);
    }

    private boolean isModuleUrl(int from) {
        boolean isJoined = tokens.isString(from) && tokens.value(from).isEmpty() && tokens.is(from + 1, "+");
        int at = isJoined ? from + 2 : from;
        return tokens.are(at, "import", ".", "meta", ".", "url") && tokens.is(at + 5, ")");
    }

    /**
     * The name that takes an address to start a worker from it, or -1. Bundlers wrap one address into another, and join it
     * with an empty text.
     */
    private int taker(int newToken) {
        int at = newToken;
        while (true) {
            if (tokens.is(at - 1, "+") && tokens.isString(at - 2)) {
                at -= 2;
            }
            if (!tokens.is(at - 1, "(")) {
                return -1;
            }
            if (!tokens.are(at - 3, "new", "URL")) {
                boolean isTaken = isWorker(at - 2) || tokens.are(at - 4, "serviceWorker", ".", "register");
                return isTaken ? at - 2 : -1;
            }
            at -= 3;
        }
    }

    /** The {@code new} before a name, which may be one of a global object. */
    private int start(int name) {
        return tokens.is(name - 1, ".") ? name - 3 : name - 1;
    }
}
