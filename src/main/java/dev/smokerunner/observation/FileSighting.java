package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * What one place serves for one file.
 *
 * @param file the file as it should be served
 * @param answer what answered; its body is not kept
 * @param difference how the bytes differ
 * @param isReplaced whether the release before has another file of this key; false where that release is not known
 * @param isKept whether the release before has the very same file, so that it tells neither from the other
 * @param isPrevious whether the bytes that are served are those of that other file
 */
public record FileSighting(
        ReleaseFile file,
        HttpAnswer answer,
        Difference difference,
        boolean isReplaced,
        boolean isKept,
        boolean isPrevious) {

    /** How sites call what their server answers with the status of the name: {@code 404.html}, {@code 50x.html}. */
    private static final Pattern OF_AN_ERROR = Pattern.compile("(?:^|/)[45]\\d[\\dx]\\.html?$");

    /** Rejects null. */
    public FileSighting {
        requireNonNull(file);
        requireNonNull(answer);
        requireNonNull(difference);
    }

    /** The URL that was asked for. */
    public URI url() {
        return answer.url();
    }

    /** Whether the time was over before an answer came, so that nothing is known. */
    public boolean isUnasked() {
        return answer.isUnasked();
    }

    /** Whether the file is served, byte for byte; a page of an error may have its status. */
    public boolean isSame() {
        boolean comes = answer.isOk()
                || OF_AN_ERROR.matcher(file.key()).find() && answer.whole().isPresent();
        return comes && difference.kind() == Difference.Kind.NONE;
    }

    /** Whether the file is served, though something on the way changed it. */
    public boolean isAltered() {
        return answer.isOk() && difference.isAlteration();
    }

    /** Whether the file is served, as it was packaged or changed on the way. */
    public boolean isLive() {
        return isSame() || isAltered();
    }
}
