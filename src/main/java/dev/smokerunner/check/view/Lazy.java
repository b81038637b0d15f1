package dev.smokerunner.check.view;

import java.util.Optional;
import java.util.function.Supplier;

/** What is worked out when the first asks for it, and once: the checks of a page run side by side. */
final class Lazy<T> {
    private final Supplier<T> source;
    private Optional<T> value = Optional.empty();

    /** What the source gives, asked for no earlier than needed. */
    Lazy(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T known = value.orElseGet(source);
        value = Optional.of(known);
        return known;
    }
}
