package dev.smokerunner.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Removes secrets from texts, in every encoding in which a page or a library might echo them. */
public final class Redaction {
    /** Removes nothing. */
    public static final Redaction NONE = new Redaction(List.of());

    private static final String MASK = "***";

    private static final char ELLIPSIS = '\u2026';

    /** Characters: fewer are the start of many a word, and tell nobody a secret. */
    private static final int FEWEST = 4;

    private volatile List<String> forms;

    /**
     * Removes these secrets.
     *
     * @param secrets the secrets; an empty value is not a secret and is passed over
     */
    public Redaction(List<Secret> secrets) {
        forms = formsOf(secrets, List.of());
    }

    private static List<String> formsOf(List<Secret> secrets, List<String> others) {
        Set<String> all = new LinkedHashSet<>(others);
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                all.addAll(encodings(secret.reveal()));
            }
        }
        // The longest first: else a form that contains another would leave its rest behind.
        List<String> forms = new ArrayList<>(all);
        forms.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return forms;
    }

    /** From now on removes these too: what a site hands out to who logs in is known no sooner. */
    public synchronized void add(List<Secret> secrets) {
        if (this == NONE && !secrets.isEmpty()) {
            throw new IllegalStateException("it is everybody's, and removes nothing");
        }
        forms = formsOf(secrets, forms);
    }

    /** Whether a text is a secret and nothing else. */
    public boolean isSecret(String text) {
        return !text.equals(MASK) && apply(text).equals(MASK);
    }

    /** The text with each form of each secret replaced by {@code ***}. */
    public String apply(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, MASK);
        }
        for (String form : forms) {
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

    private static List<String> encodings(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return List.of(
                value,
                url,
                url.replace("+", "%20"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                value.replace("\\", "\\\\").replace("\"", "\\\""),
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
    }
}
