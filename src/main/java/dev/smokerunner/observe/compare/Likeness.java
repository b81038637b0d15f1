package dev.smokerunner.observe.compare;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much two texts are about the same. */
final class Likeness {
    /** Enough to know a page by. */
    private static final int MOST_WORDS = 5_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    /** What stands in every page. */
    private static final Set<String> COMMON = Set.of(
            "doctype",
            "html",
            "head",
            "body",
            "title",
            "meta",
            "charset",
            "utf",
            "name",
            "content",
            "viewport",
            "width",
            "device",
            "initial",
            "scale",
            "link",
            "rel",
            "stylesheet",
            "href",
            "script",
            "src",
            "type",
            "text",
            "javascript",
            "module",
            "crossorigin",
            "div",
            "class",
            "span",
            "lang",
            "css",
            "http",
            "https",
            "www",
            "com",
            "the",
            "and",
            "for",
            "icon",
            "style",
            "async",
            "defer",
            "noscript",
            "assets",
            "static",
            "index",
            "main");

    private Likeness() {}

    /** The share of words that both have of those that either has, from 0 to 1; what every page has does not count. */
    static double of(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> either = new HashSet<>(words);
        either.addAll(others);
        words.retainAll(others);
        return either.isEmpty() ? 0 : (double) words.size() / either.size();
    }

    /** The share of characters before and behind all that differs, from 0 to 1: a text of a few words differs in one of them. */
    static double ofEnds(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int most = Math.min(one.length(), other.length());
        int start = 0;
        while (start < most && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return longest == 0 ? 1 : (double) (start + end) / longest;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (words.size() < MOST_WORDS && word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        words.removeAll(COMMON);
        return words;
    }
}
