package dev.smokerunner.observe.http;

import dev.smokerunner.observation.Role;

/**
 * How much of bodies is read and kept, in bytes after decoding.
 *
 * <p>Of pictures and fonts {@value #LEAST} bytes are kept at most: nobody reads on, and thousands of them must leave room
 * for what is read.
 *
 * @param text how much of one script, style sheet, page or other text is kept; default 8 MiB
 * @param other how much of one film, sound or anything else is kept; default 1 MiB
 * @param inAll how much a run keeps in all; when it is used up, {@value #LEAST} bytes of each body; default 192 MiB, and at
 *     most a quarter of what Java may use
 * @param read how much of one body is read; default 64 MiB
 */
public record BodyLimits(int text, int other, long inAll, long read) {
    /** The defaults. */
    public static final BodyLimits DEFAULT = new BodyLimits(
            8 << 20, 1 << 20, Math.min(192L << 20, Runtime.getRuntime().maxMemory() / 4), 64L << 20);

    /** So much is always kept: enough to tell what a body is. */
    static final int LEAST = 4096;

    int kept(Role role) {
        return switch (role) {
            case DOCUMENT, SCRIPT, MODULE, STYLE, JSON, SOURCE_MAP, WORKER, MANIFEST -> text;
            case IMAGE, ICON, FONT -> Math.min(LEAST, other);
            case OTHER -> other;
        };
    }

    /** Whether somebody wants to read what answers for a role. */
    static boolean isText(Role role) {
        return switch (role) {
            case DOCUMENT, SCRIPT, MODULE, STYLE, JSON, SOURCE_MAP, WORKER, MANIFEST -> true;
            case IMAGE, ICON, FONT, OTHER -> false;
        };
    }
}
