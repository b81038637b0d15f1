package dev.smokerunner.init;

import dev.smokerunner.filename.HashText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the ids and names that people gave from those that code computed.
 *
 * <p>Libraries number their ids ({@code mat-input-3}, {@code headlessui-menu-button-1}), put marks around the number
 * ({@code :r1:}, {@code radix-«r0»}) or hash them ({@code css-1q2w3e}), and the next build or the next visit has others. So a
 * name counts as given if it consists of words alone, letters between hyphens and underscores, none of which looks like a hash,
 * and stands letter for letter in the page's HTML or in a script of its own site: a computed one is put together when the page
 * runs. The rule is meant to be too strict: a good id that is left out costs nothing, and a bad one that is taken costs a red run.
 */
record StableName(List<String> ownTexts) {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]+(?:[-_]+[A-Za-z]+)*");

    /** A longer one is a sentence or a path. */
    private static final int LONGEST = 40;

    /** Copies the list. */
    StableName {
        ownTexts = List.copyOf(ownTexts);
    }

    /** Whether a name consists of words. */
    static boolean isOfWords(String name) {
        return name.length() <= LONGEST
                && WORDS.matcher(name).matches()
                && Arrays.stream(name.split("[-_]+")).noneMatch(HashText::isHash);
    }

    /** Whether somebody gave it. */
    boolean isGiven(String name) {
        return isOfWords(name) && ownTexts.stream().anyMatch(text -> text.contains(name));
    }
}
