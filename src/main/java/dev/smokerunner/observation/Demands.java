package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What must be true of a file for whoever names it, beyond what its role says.
 *
 * @param digest what is said of its bytes
 * @param needs what the browser insists on where it is used so
 */
public record Demands(Optional<StatedDigest> digest, Set<Need> needs) {
    /** Nothing beyond its role. */
    public static final Demands NONE = new Demands(Optional.empty(), Set.of());

    /** Rejects null, copies the set. */
    public Demands {
        requireNonNull(digest);
        needs = Set.copyOf(needs);
    }

    /** A digest alone. */
    public static Demands stating(StatedDigest digest) {
        return new Demands(Optional.of(digest), Set.of());
    }

    /** These needs alone. */
    public static Demands needing(Need... needs) {
        return new Demands(Optional.empty(), needs.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(needs)));
    }

    /** Whether a digest is stated for that keeper. */
    public boolean isFor(StatedDigest.Keeper keeper) {
        return digest.filter(stated -> stated.keeper() == keeper).isPresent();
    }

    /** The same without one need. */
    public Demands without(Need need) {
        return new Demands(
                digest, needs.stream().filter(other -> other != need).collect(java.util.stream.Collectors.toSet()));
    }

    /** What browsers insist on, whatever the answer's headers allow. */
    public enum Need {
        /** It must be of the page's own origin: no header makes up for that. */
        SAME_ORIGIN,
        /** It is imported by a statement: without it nothing of the module that names it runs. */
        LINKED,
        /** It must be called JavaScript. */
        JAVASCRIPT_TYPE,
        /** It must be called {@code application/wasm}, because it is compiled while it comes in. */
        WASM_TYPE
    }
}
