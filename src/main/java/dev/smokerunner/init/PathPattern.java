package dev.smokerunner.init;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.filename.HashText;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes addresses so that they fit the next build and the next visitor too, and give nothing away. */
final class PathPattern {
    private static final String ANY = "*";

    /** What numbers things: the next visitor may get another one. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Sixteen characters of both kinds are no word but a key, a token or the name of a build. */
    private static final Pattern KEY = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_~.%+=-]{16,}");

    private PathPattern() {}

    /** A file of any build. */
    static String ofFile(String path) {
        return FileName.of(path.startsWith("/") ? path.substring(1) : path).acrossBuilds();
    }

    /** The path of a call, without what is of one build, one visitor or one thing. */
    static String ofCall(URI call) {
        String path = Optional.ofNullable(call.getRawPath()).orElse("/");
        String pattern = FileName.of(Arrays.stream(path.split("/", -1))
                        .map(part -> isOfOne(part) ? ANY : part)
                        .collect(Collectors.joining("/")))
                .acrossBuilds();
        return call.getRawQuery() == null ? pattern : pattern + ANY;
    }

    /** Whether a part of a path was computed, or is somebody's secret; words between hyphens may be long and hold a year. */
    static boolean isComputed(String part) {
        long digits = part.chars().filter(Character::isDigit).count();
        boolean isWords = part.contains("-") && digits * 3 < part.length();
        return HashText.isHash(part) || KEY.matcher(part).matches() && !isWords;
    }

    private static boolean isOfOne(String part) {
        return NUMBER.matcher(part).matches() || isComputed(part);
    }
}
