package dev.smokerunner.report;

import dev.smokerunner.digest.Sha256;
import dev.smokerunner.result.SmokeResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Names for the directories of several results: {@code [a-z0-9-]}, unique, and the same in every run. */
final class DirectoryNames {
    private static final int LONGEST = 60;
    private static final int HASH = 8;

    private DirectoryNames() {}

    /** A name for each result, in their order. */
    static List<String> of(List<SmokeResult> results) {
        List<String> plain = results.stream().map(DirectoryNames::plain).toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            String name = plain.get(i);
            if (Collections.frequency(plain, name) > 1) {
                name += "-" + hash(results.get(i).subject());
            }
            // The same thing checked twice in one run.
            names.add(names.contains(name) ? name + "-" + (i + 1) : name);
        }
        return names;
    }

    private static String plain(SmokeResult result) {
        String words = result.subject().name() + "-" + result.subject().environment();
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        plain = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-|-$", "");
        return plain.isEmpty() ? "result" : plain;
    }

    private static String hash(SmokeResult.Subject subject) {
        String whole = subject.name() + "\n" + subject.environment() + "\n" + subject.target();
        return Sha256.hex(whole).substring(0, HASH);
    }
}
