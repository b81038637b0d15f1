package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.AmdFacts.Config;
import dev.smokerunner.observe.script.AmdFacts.Dependency;
import dev.smokerunner.observe.script.AmdFacts.Module;
import dev.smokerunner.observe.script.Functions.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a script says to RequireJS: its configuration, what it defines and what it requires. */
final class AmdReader {
    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;
    private final List<Config> configs = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();
    private final List<Dependency> required = new ArrayList<>();
    private final List<Dependency> later = new ArrayList<>();
    private int callbacksEnd = -1;
    private boolean namesLoader;
    private boolean namesMain;
    private boolean isComputed;

    AmdReader(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    AmdFacts read() {
        for (int at = 0; at < tokens.size() && modules.size() < MentionBook.MOST; at++) {
            namesLoader |= tokens.is(at, "requirejs");
            namesMain |= isMain(at);
            if (!tokens.is(at - 1, ".") || tokens.is(at - 2, "window")) {
                call(at);
            }
        }
        return namesLoader && namesMain
                ? AmdFacts.LOADER
                : new AmdFacts(false, isComputed, configs, modules, required, later);
    }

    private boolean isMain(int at) {
        return tokens.isString(at)
                && tokens.end(at) - tokens.start(at) == 11
                && tokens.value(at).equals("data-main");
    }

    private void call(int at) {
        if (tokens.is(at, "require") || tokens.is(at, "requirejs")) {
            require(at);
        } else if (tokens.are(at, "define", "(")) {
            define(at + 1);
            callbacksEnd = Math.max(callbacksEnd, tokens.partner(at + 1));
        }
    }

    private void require(int at) {
        if (tokens.are(at + 1, ".", "config", "(")) {
            config(at + 4);
        } else if (tokens.is(at + 1, "=")
                && tokens.is(at + 2, "{")
                && new AmdConfigReader(tokens, book).isConfig(at + 2)) {
            config(at + 2);
        } else if (tokens.are(at + 1, "(", "[")) {
            List<Dependency> modulesOfCall = new AmdConfigReader(tokens, book).dependencies(at + 2);
            (at < callbacksEnd ? later : required).addAll(modulesOfCall);
            callbacksEnd = Math.max(callbacksEnd, tokens.partner(at + 1));
        }
    }

    private void config(int open) {
        Optional<Config> config = new AmdConfigReader(tokens, book).read(open);
        config.ifPresent(configs::add);
        isComputed |= config.isEmpty();
    }

    private void define(int open) {
        List<Integer> arguments = new ArrayList<>(literals.elements(open));
        if (arguments.isEmpty()) {
            return;
        }
        Optional<String> name = Optional.empty();
        if (tokens.isString(arguments.get(0))) {
            name = Optional.of(tokens.value(arguments.remove(0)));
        }
        modules.add(new Module(name, arguments.isEmpty() ? List.of() : needs(arguments.get(0))));
    }

    private List<Dependency> needs(int argument) {
        if (tokens.is(argument, "[")) {
            return new AmdConfigReader(tokens, book).dependencies(argument);
        }
        return Functions.at(tokens, argument)
                .filter(function -> function.first().equals("require"))
                .map(this::calls)
                .orElse(List.of());
    }

    /** RequireJS reads a function's text for the calls of its first parameter. */
    private List<Dependency> calls(Function function) {
        List<Dependency> calls = new ArrayList<>();
        int end = tokens.partner(function.body());
        for (int at = function.body(); at < end; at++) {
            boolean isCall = tokens.are(at, "require", "(")
                    && !tokens.is(at - 1, ".")
                    && tokens.isString(at + 2)
                    && tokens.is(at + 3, ")");
            if (isCall) {
                calls.add(new Dependency(tokens.value(at + 2), book.at(at + 2, tokens.value(at + 2))));
            }
        }
        return calls;
    }
}
