package dev.smokerunner.network;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The number of a port that can be connected to. */
public final class Port {
    /** The highest there is: a port has 16 bits. */
    public static final int HIGHEST = 65_535;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");

    private Port() {}

    /** Whether something can listen there. */
    public static boolean isPort(int number) {
        return number >= 1 && number <= HIGHEST;
    }

    /** The port that is written; empty where it is none. */
    public static OptionalInt parse(String text) {
        return DIGITS.matcher(text).matches() && isPort(Integer.parseInt(text))
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
