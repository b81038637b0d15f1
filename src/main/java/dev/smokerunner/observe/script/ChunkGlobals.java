package dev.smokerunner.observe.script;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the globals through which webpack hands over chunks: {@code (self.webpackChunkshop = self.webpackChunkshop ||
 * []).push([[12], …])} in a chunk, and the same array in the runtime that takes it.
 */
final class ChunkGlobals {
    private static final Set<String> GLOBAL_OBJECTS = Set.of("self", "window", "globalThis", "this", "global");
    /** So many arrays of that form are in no runtime. */
    private static final int MOST = 100;

    private final Tokens tokens;

    ChunkGlobals(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The globals that a runtime may take its chunks from. */
    Set<String> takenFrom(IntPredicate isWithin) {
        Set<String> names = new LinkedHashSet<>();
        for (int at = 0; at < tokens.size() && names.size() < MOST; at++) {
            Optional<Member> member = member(at).filter(one -> tokens.is(one.end(), "="));
            if (member.isPresent() && isWithin.test(at) && isArray(member.get())) {
                names.add(member.get().name());
            }
        }
        return names;
    }

    /** The globals that chunks are handed over by. */
    Set<String> handedOverBy(IntPredicate isWithin) {
        Set<String> names = new LinkedHashSet<>();
        for (int at = 0; at < tokens.size() && names.size() < MOST; at++) {
            if (tokens.are(at, ")", ".", "push", "(", "[", "[") && tokens.partner(at) >= 0 && isWithin.test(at)) {
                first(tokens.partner(at), at).ifPresent(names::add);
            }
        }
        return names;
    }

    private Optional<String> first(int from, int to) {
        for (int at = from; at < to; at++) {
            Optional<Member> member = member(at);
            if (member.isPresent()) {
                return member.map(Member::name);
            }
        }
        return Optional.empty();
    }

    private boolean isArray(Member member) {
        int value = member.end() + 1;
        return tokens.is(value, "[")
                || member(value)
                        .filter(same -> same.name().equals(member.name()))
                        .isPresent();
    }

    /** A property of the global object and the token behind it. */
    private record Member(String name, int end) {}

    private Optional<Member> member(int at) {
        if (!tokens.isName(at) || tokens.is(at - 1, ".") || !GLOBAL_OBJECTS.contains(tokens.text(at))) {
            return Optional.empty();
        }
        if (tokens.is(at + 1, ".") && tokens.isName(at + 2)) {
            return Optional.of(new Member(tokens.text(at + 2), at + 3));
        }
        return tokens.is(at + 1, "[") && tokens.isString(at + 2) && tokens.is(at + 3, "]")
                ? Optional.of(new Member(tokens.value(at + 2), at + 4))
                : Optional.empty();
    }
}
