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

    private final List<String> forms;

    /**
     * Removes these secrets.
     *
     * @param secrets the secrets; an empty value is not a secret and is passed over
     */
    public Redaction(List<Secret> secrets) {
        Set<String> all = new LinkedHashSet<>();
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                all.addAll(encodings(secret.reveal()));
            }
        }
        // The longest first: else a form that contains another would leave its rest behind.
        forms = new ArrayList<>(all);
        forms.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
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
