package dev.smokerunner.check.web;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of files that hold the texts of one language, as {@code en-GB/site.json} and {@code texts.de.json} do. */
public final class LanguageFiles {
    /** Language, and a script, region or both behind it (RFC 5646, 2.1), as a part of a path or of a file's name. */
    private static final Pattern TAG =
            Pattern.compile("(?<=[/._-])([a-z]{2,3})(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Za-z]{2}|\\d{3}))?(?=[/.])");

    /** ISO 639: what else has two letters is no language, as {@code js}. */
    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(java.util.Locale.getISOLanguages()));

    private LanguageFiles() {}

    /** The places of an address that may name a language, which is the first group of each. */
    public static Matcher tags(String address) {
        return TAG.matcher(address);
    }

    /** Whether an address is that of JSON of one language. */
    public static boolean isOne(String address) {
        int end = address.indexOf('?');
        String path = end < 0 ? address : address.substring(0, end);
        return path.endsWith(".json") && tags(path).results().anyMatch(tag -> LANGUAGES.contains(tag.group(1)));
    }
}
