package dev.smokerunner.secret;

import static java.util.Objects.requireNonNull;

/** A value that no output may show: {@link #toString} masks it, and {@link Redaction} removes it from texts. */
public final class Secret {
    private final String value;

    /**
     * Hides a value.
     *
     * @param value the value itself
     */
    public Secret(String value) {
        this.value = requireNonNull(value);
    }

    /** The value itself, for the one who must send it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
