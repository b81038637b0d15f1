package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which chunks the modules in a webpack bundle load: {@code r.e(12).then(r.bind(r, 34))} and its newer forms,
 * and those that they start as workers.
 */
final class ChunkCalls {
    private final Tokens tokens;
    private final Literals literals;

    ChunkCalls(Tokens tokens) {
        this.tokens = tokens;
        this.literals = new Literals(tokens);
    }

    /**
     * A chunk that is loaded.
     *
     * @param id its id
     * @param demands what must be true of its file
     */
    record Call(String id, Demands demands) {}

    /** The calls and where they stand. */
    List<At<Call>> all() {
        List<At<Call>> ids = new ArrayList<>();
        for (int at = 0; at < tokens.size() && ids.size() < MentionBook.MOST; at++) {
            boolean isCall = tokens.isName(at)
                    && tokens.are(at + 1, ".", "e", "(")
                    && (tokens.isString(at + 4) || tokens.is(at + 4, Kind.NUMBER))
                    && tokens.is(at + 5, ")");
            worker(at, ids);
            if (isCall && isForModule(at)) {
                ids.add(new At<>(at + 4, new Call(literals.key(at + 4), Demands.NONE)));
            }
        }
        return ids;
    }

    /** {@code new Worker(new URL(r.p + r.u(12), r.b))}. */
    private void worker(int at, List<At<Call>> ids) {
        if (isChunkUrl(at) && isTakenByWorker(at)) {
            Demands demands = new Fallbacks(tokens).has(at - 3, tokens.partner(at - 1))
                    ? Demands.NONE
                    : Demands.needing(Need.SAME_ORIGIN);
            ids.add(new At<>(at + 11, new Call(literals.key(at + 11), demands)));
        }
    }

    private boolean isChunkUrl(int at) {
        String require = tokens.text(at + 3);
        return tokens.are(at, "new", "URL", "(")
                && tokens.isName(at + 3)
                && tokens.are(at + 4, ".", "p", "+", require, ".", "u", "(")
                && literals.isPlain(at + 11)
                && tokens.are(at + 12, ")", ",");
    }

    private boolean isTakenByWorker(int at) {
        return tokens.are(at - 3, "new", "Worker", "(") || tokens.are(at - 3, "new", "SharedWorker", "(");
    }

    private boolean isForModule(int call) {
        String require = tokens.text(call);
        int end = call + 6;
        if (tokens.is(end, ",") || tokens.is(end, "]")) {
            int list = tokens.enclosing(call);
            boolean isAll = tokens.is(list, "[") && tokens.are(list - 4, "Promise", ".", "all", "(");
            if (!isAll || tokens.partner(list) < 0) {
                return false;
            }
            end = tokens.partner(list) + 2;
        }
        return tokens.are(end, ".", "then", "(") && isRequire(end + 3, require);
    }

    private boolean isRequire(int at, String require) {
        boolean isBound = tokens.are(at, require, ".", "bind") || tokens.are(at, require, ".", "t", ".", "bind");
        boolean isArrow = tokens.are(at, "(", ")", "=>") && tokens.are(at + 3, require);
        boolean isFunction = tokens.are(at, "function", "(", ")", "{", "return", require);
        return isBound || isArrow || isFunction;
    }
}
