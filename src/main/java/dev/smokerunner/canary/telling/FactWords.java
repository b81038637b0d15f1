package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.Culprit;
import dev.smokerunner.canary.packages.PackageFacts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a registry tells of a culprit, in words. */
final class FactWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private FactWords() {}

    /** What is known; absent where nothing is. */
    static Optional<String> of(Culprit culprit) {
        return culprit.facts().map(facts -> String.join("; ", words(facts, culprit.firstBad())));
    }

    private static List<String> words(PackageFacts facts, String version) {
        List<String> words = new ArrayList<>();
        int count = facts.versions().size();
        words.add(count + (count == 1 ? " version" : " versions") + " in the registry");
        Optional.ofNullable(facts.published().get(version))
                .ifPresent(at -> words.add(version + " is there since " + DAY.format(at)));
        if (!facts.maintainers().isEmpty()) {
            words.add("kept by " + String.join(", ", facts.maintainers()));
        }
        facts.deprecated().ifPresent(why -> words.add("deprecated: " + why));
        if (!facts.installScripts().isEmpty()) {
            words.add("runs at install: " + String.join(", ", facts.installScripts()));
        }
        return words;
    }
}
