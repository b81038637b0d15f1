package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import java.util.Optional;

/**
 * A file that a script names, before it is known on which page.
 *
 * @param raw the text as it stands there, or the name that a loader makes of it
 * @param address what is resolved: the same, but where a loader adds a folder
 * @param anchor what the address is relative to
 * @param role what it is for
 * @param readAs how it is read if it is a script; absent where it need not be read
 * @param range where it stands
 * @param excerpt the text around it
 * @param demands what must be true of it beyond its role
 */
record Mention(
        String raw,
        String address,
        Anchor anchor,
        Role role,
        Optional<ScriptKind> readAs,
        SourceRange range,
        String excerpt,
        Demands demands) {

    Mention with(Anchor newAnchor, Role newRole, Optional<ScriptKind> newReadAs) {
        return new Mention(raw, address, newAnchor, newRole, newReadAs, range, excerpt, demands);
    }

    Mention demanding(Demands newDemands) {
        return new Mention(raw, address, anchor, role, readAs, range, excerpt, newDemands);
    }

    /** The same place for a file that a loader names. */
    Mention named(String file, Role newRole) {
        return new Mention(
                file,
                file,
                anchor,
                newRole,
                newRole == Role.SCRIPT ? Optional.of(ScriptKind.CLASSIC) : Optional.empty(),
                range,
                excerpt,
                demands);
    }

    /** The folders of the address, each with its slash. */
    String folders() {
        return address.substring(0, address.lastIndexOf('/') + 1);
    }

    /** The same with a folder before what is resolved. */
    Mention in(String folder) {
        return new Mention(raw, folder + address, anchor, role, readAs, range, excerpt, demands);
    }

    /** What an address is relative to. */
    enum Anchor {
        /** The script's own URL; the import map may name another. */
        MODULE,
        /** The script's own URL. */
        SCRIPT,
        /** The page's base, or within a worker the worker's URL. */
        PAGE,
        /**
         * The folder into which the build wrote: the script lies as deep below it as the address. Where the script's folder
         * is not the address's, nobody knows it.
         */
        OUTPUT
    }
}
