package dev.smokerunner.check.cause;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What many subjects of one trouble have in common.
 *
 * @param common the folder's URL, or the extension with its dot; empty where it is neither
 * @param isFolder whether it is a folder
 * @param isAll whether nothing else has it: then what they share is the cause
 * @param count how many they are
 * @param trait what all their names have and no name that is served has; absent where there is no such thing
 */
public record Sharing(String common, boolean isFolder, boolean isAll, int count, Optional<NameTrait> trait) {

    /** Rejects null. */
    public Sharing {
        requireNonNull(common);
        requireNonNull(trait);
    }
}
