package dev.smokerunner.check;

import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds names that are not the same everywhere: on other disks, in a bucket, in a URL. */
final class FileNames {
    /** What a URL reads as something else than itself. */
    private static final String READ_OTHERWISE = "%+#?";

    private final PackageContents contents;
    private final PackageFindings tell;

    FileNames(PackageContents contents, PackageFindings tell) {
        this.contents = contents;
        this.tell = tell;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        backslashes(findings);
        sameButForCase(findings);
        odd(findings);
        return findings;
    }

    private void backslashes(List<Finding> findings) {
        List<String> keys = contents.files().stream()
                .map(PackagedFile::key)
                .filter(key -> key.indexOf('\\') >= 0)
                .toList();
        if (!keys.isEmpty()) {
            findings.add(tell.about(keys, Severity.SEV2)
                    .message(PackageFindings.are(keys)
                            + " named with a backslash: the name of one file, and no file in a" + " folder")
                    .expected(
                            "slashes between folders: " + Words.line(keys.get(0).replace('\\', '/')))
                    .actual("a bucket serves it under %5C only")
                    .hint("it was packed on Windows by a tool that keeps backslashes: pack it with one that does not")
                    .build());
        }
    }

    private void sameButForCase(List<Finding> findings) {
        Map<String, List<PackagedFile>> byLowered = new LinkedHashMap<>();
        contents.files().forEach(file -> byLowered
                .computeIfAbsent(file.key().toLowerCase(Locale.ROOT), lowered -> new ArrayList<>())
                .add(file));
        for (List<PackagedFile> same : byLowered.values()) {
            if (same.size() > 1) {
                boolean isNeeded =
                        same.stream().allMatch(file -> !file.namedBy().isEmpty());
                List<String> keys = same.stream().map(PackagedFile::key).toList();
                findings.add(tell.about(keys, isNeeded ? Severity.SEV2 : Severity.SEV4)
                        .message(
                                Words.line(keys.get(0)) + " and " + Words.line(keys.get(1)) + " differ only in case: on"
                                        + " disks that do not tell them apart one overwrites the other")
                        .hint("keep one of them, and name it everywhere in the same way")
                        .build());
            }
        }
    }

    private void odd(List<Finding> findings) {
        List<String> keys = contents.files().stream()
                .map(PackagedFile::key)
                .filter(FileNames::isOdd)
                .toList();
        if (!keys.isEmpty()) {
            findings.add(tell.about(keys, Severity.SEV4)
                    .message(PackageFindings.are(keys)
                            + " named with characters that a URL, a disk or a bucket may read" + " as others")
                    .hint("use letters, digits, dots, hyphens and underscores in the names of files")
                    .build());
        }
    }

    private static boolean isOdd(String key) {
        return key.chars().anyMatch(c -> Character.isISOControl(c) || READ_OTHERWISE.indexOf(c) >= 0)
                || !Normalizer.isNormalized(key, Normalizer.Form.NFC);
    }
}
