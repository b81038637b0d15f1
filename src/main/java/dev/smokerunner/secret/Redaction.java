package dev.smokerunner.secret;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes secrets from texts, in every encoding in which a page or a library might echo them. */
public final class Redaction {
    /** Removes nothing. */
    public static final Redaction NONE = new Redaction(List.of());

    private static final String MASK = "***";

    private static final char ELLIPSIS = '\u2026';

    /** Characters: fewer are the start of many a word, and tell nobody a secret. */
    private static final int FEWEST = 4;

    private volatile Known known;

    /**
     * What is removed.
     *
     * @param values the secrets, the longest first: else one that contains another would leave its rest behind
     * @param patterns finds each of them, however it is written
     * @param forms how they usually are written, the longest first
     */
    private record Known(List<String> values, List<Pattern> patterns, List<String> forms) {
        private static final Comparator<String> LONGEST_FIRST =
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

        private static Known of(Stream<String> secrets) {
            List<String> values = secrets.filter(value -> !value.isEmpty())
                    .distinct()
                    .sorted(LONGEST_FIRST)
                    .toList();
            return new Known(
                    values,
                    values.stream().map(Encodings::anyOf).toList(),
                    values.stream()
                            .flatMap(value -> Encodings.usual(value).stream())
                            .distinct()
                            .sorted(LONGEST_FIRST)
                            .toList());
        }
    }

    /**
     * Removes these secrets.
     *
     * @param secrets the secrets; an empty value is not a secret and is passed over
     */
    public Redaction(List<Secret> secrets) {
        known = Known.of(secrets.stream().map(Secret::reveal));
    }

    /** From now on removes these too: what a site hands out to who logs in is known no sooner. */
    public synchronized void add(List<Secret> secrets) {
        if (this == NONE && !secrets.isEmpty()) {
            throw new IllegalStateException("it is everybody's, and removes nothing");
        }
        known = Known.of(Stream.concat(known.values().stream(), secrets.stream().map(Secret::reveal)));
    }

    /** Whether a text is a secret and nothing else. */
    public boolean isSecret(String text) {
        return !text.equals(MASK) && apply(text).equals(MASK);
    }

    /** The text with each secret replaced by {@code ***}, however it is written. */
    public String apply(String text) {
        Known now = known;
        String clean = text;
        for (String form : now.forms()) {
            clean = clean.replace(form, MASK);
        }
        if (Encodings.areIn(clean)) {
            for (Pattern secret : now.patterns()) {
                clean = secret.matcher(clean).replaceAll(MASK);
            }
        }
        for (String form : now.forms()) {
            clean = withoutPartsOf(form, clean);
        }
        return clean;
    }

    /**
     * Without the start of a secret at the end of a text or before its ellipsis, and without the end of one behind an ellipsis:
     * a long text may have been cut in the middle of a secret.
     */
    private static String withoutPartsOf(String form, String text) {
        StringBuilder clean = new StringBuilder(text);
        // From the back, so that what is replaced moves no place that is still to come.
        for (int next = text.length(); next >= 0; next = text.lastIndexOf(ELLIPSIS, next - 1)) {
            int cut = next;
            int after = Math.min(text.length(), cut + 1);
            int end = longest(form, length -> text.regionMatches(after, form, form.length() - length, length));
            clean.replace(after, after + end, end > 0 ? MASK : "");
            int start = longest(form, length -> text.regionMatches(cut - length, form, 0, length));
            clean.replace(cut - start, cut, start > 0 ? MASK : "");
        }
        return clean.toString();
    }

    /** The length of the longest part of a form that is there; 0 where none is that is worth hiding. */
    private static int longest(String form, IntPredicate isThere) {
        for (int length = form.length() - 1; length >= FEWEST; length--) {
            if (isThere.test(length)) {
                return length;
            }
        }
        return 0;
    }
}
