package dev.smokerunner.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Removes secrets from texts, in every encoding in which a page or a library might echo them. */
public final class Redaction {
    /** Removes nothing. */
    public static final Redaction NONE = new Redaction(List.of());

    private static final String MASK = "***";

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
        return clean;
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
