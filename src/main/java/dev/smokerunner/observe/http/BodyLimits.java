package dev.smokerunner.observe.http;

import dev.smokerunner.observation.Role;

/**
 * How much of bodies is read and kept, in bytes after decoding.
 *
 * @param text how much of one script, style sheet, page or other text is kept; default 8 MiB
 * @param other how much of one picture, font or anything else is kept; default 1 MiB
 * @param inAll how much a run keeps in all; when it is used up, {@value #LEAST} bytes of each body; default 192 MiB
 * @param read how much of one body is read; default 64 MiB
 */
public record BodyLimits(int text, int other, long inAll, long read) {
    /** The defaults. */
    public static final BodyLimits DEFAULT = new BodyLimits(8 << 20, 1 << 20, 192L << 20, 64L << 20);

    /** So much is always kept: enough to tell what a body is. */
    static final int LEAST = 4096;

    int kept(Role role) {
        return isText(role) ? text : other;
    }

    /** Whether somebody wants to read what answers for a role. */
    static boolean isText(Role role) {
        return switch (role) {
            case DOCUMENT, SCRIPT, MODULE, STYLE, JSON, SOURCE_MAP, WORKER, MANIFEST -> true;
            case IMAGE, ICON, FONT, OTHER -> false;
        };
    }
}
