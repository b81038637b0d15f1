package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds which chunks the modules in a webpack bundle load: {@code r.e(12).then(r.bind(r, 34))} and its newer forms. */
final class ChunkCalls {
    private final Tokens tokens;
    private final Literals literals;

    ChunkCalls(Tokens tokens) {
        this.tokens = tokens;
        this.literals = new Literals(tokens);
    }

    /** The ids and where they stand. */
    List<At<String>> ids() {
        List<At<String>> ids = new ArrayList<>();
        for (int at = 0; at < tokens.size() && ids.size() < MentionBook.MOST; at++) {
            boolean isCall = tokens.isName(at)
                    && tokens.are(at + 1, ".", "e", "(")
                    && (tokens.isString(at + 4) || tokens.is(at + 4, Kind.NUMBER))
                    && tokens.is(at + 5, ")");
            if (isCall && isForModule(at)) {
                ids.add(new At<>(at + 4, literals.key(at + 4)));
            }
        }
        return ids;
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
