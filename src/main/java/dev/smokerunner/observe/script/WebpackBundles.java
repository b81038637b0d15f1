package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.WebpackHomes.Home;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Tells which runtime of a script each chunk, file and table belongs to; what is outside of all is for a runtime elsewhere. */
final class WebpackBundles {
    private final ChunkGlobals globals;
    private final List<At<ChunkTable>> tables;
    private final List<At<ChunkCalls.Call>> calls;
    private final List<At<Mention>> assets;
    private final MentionBook book;
    private final List<Home> homes;

    WebpackBundles(Tokens tokens, MentionBook book, ScriptKind kind, WebpackModules modules) {
        this.book = book;
        this.globals = new ChunkGlobals(tokens);
        this.tables = new WebpackRuntime(tokens, book, kind).tables();
        this.calls = new ChunkCalls(tokens).all();
        this.assets = modules.assets();
        this.homes = WebpackHomes.in(tokens);
    }

    /** The bundles: one for each runtime, and one of what is outside of them. */
    List<WebpackBundle> all() {
        List<WebpackBundle> bundles = new ArrayList<>();
        homes.forEach(home -> bundles.add(bundle(Optional.of(home))));
        WebpackBundle outside = bundle(Optional.empty());
        if (!outside.tables().isEmpty()
                || !outside.chunks().isEmpty()
                || !outside.assets().isEmpty()) {
            bundles.add(outside);
        }
        return bundles;
    }

    private WebpackBundle bundle(Optional<Home> home) {
        IntPredicate isOf = token -> Home.of(token, homes).equals(home);
        List<ChunkTable> own = of(tables, isOf).toList();
        Map<String, Mention> chunks = new LinkedHashMap<>();
        calls.stream()
                .filter(call -> isOf.test(call.token()) && chunks.size() < MentionBook.MOST)
                .forEach(call -> chunks.computeIfAbsent(call.what().id(), id -> book.at(call.token(), id)
                        .demanding(call.what().demands())));
        return new WebpackBundle(
                home.isPresent() || !own.isEmpty(),
                home.isPresent() ? globals.takenFrom(isOf) : globals.handedOverBy(isOf),
                own,
                chunks,
                of(assets, isOf).toList());
    }

    private static <T> Stream<T> of(List<At<T>> all, IntPredicate isOf) {
        return all.stream().filter(at -> isOf.test(at.token())).map(At::what);
    }
}
