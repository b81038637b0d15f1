package dev.smokerunner.canary.search;

/**
 * Tries something and says whether it works. Each question may take minutes.
 *
 * @param <C> what is tried
 */
@FunctionalInterface
public interface Oracle<C> {

    /** Whether it works. */
    Answer ask(C what);
}
