package dev.smokerunner.expectation;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern for URLs, paths or host names in which {@code *} stands for any text.
 *
 * @param written as it was written
 */
public record UrlPattern(String written) {

    /** Whether the whole text is like it. */
    public boolean matches(String text) {
        return pattern().matcher(text).matches();
    }

    /** Whether the text ends like it, from the start of a path segment: {@code js/main-*.js} for any folder. */
    public boolean matchesEnd(String text) {
        return Pattern.compile("(^|.*/)" + pattern().pattern(), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    /** The same as a regular expression for whole texts, for who asks often. */
    public Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(written.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    @Override
    public String toString() {
        return written;
    }
}
