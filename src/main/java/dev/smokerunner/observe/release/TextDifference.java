package dev.smokerunner.observe.release;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import java.util.Optional;

/** Says how two texts differ: what something on the way made of the same file, or another text. */
final class TextDifference {
    private TextDifference() {}

    /**
     * How a text that is served differs from the one that was packaged; their bytes are known to differ.
     *
     * @param packaged the text of the package
     * @param served the text that is served
     */
    static Difference between(String packaged, String served) {
        String own = withoutMark(packaged);
        String other = withoutMark(served);
        if (own.equals(other)) {
            return new Difference(Kind.ENCODING, "the same characters in other bytes", 1);
        }
        if (own.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"))) {
            return new Difference(Kind.LINE_ENDS, "only the ends of lines", 1);
        }
        Optional<Insertion> inserted = Insertion.into(own, other);
        if (inserted.isPresent()) {
            return new Difference(Kind.INSERTED, inserted.get().words(), 1);
        }
        if (Squeezed.of(own).equals(Squeezed.of(other))) {
            int less = own.length() - other.length();
            return new Difference(
                    Kind.WHITE_SPACE,
                    "only white space and comments: " + Math.abs(less) + " characters " + (less < 0 ? "more" : "less"),
                    1);
        }
        return new Difference(Kind.CONTENT, firstDifference(own, other), Likeness.of(own, other));
    }

    /** Where two texts part. */
    private static String firstDifference(String own, String other) {
        int at = Insertion.commonStart(own, other);
        long line = own.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return "from line " + line + " on: '" + excerpt(own, at) + "' was packaged, '" + excerpt(other, at)
                + "' is served";
    }

    private static String excerpt(String text, int at) {
        int end = Math.min(text.length(), at + 60);
        return text.substring(at, end).replaceAll("\\s+", " ").strip();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
