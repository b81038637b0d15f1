package dev.smokerunner.check.packing;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.result.Severity;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names that are not the same everywhere: on other disks, in a bucket, in a URL. */
final class FileNames {
    private static final Kind NAME_IMPOSSIBLE = Kind.cause("package-name-impossible");
    private static final Kind NAME_BACKSLASH = Kind.cause("package-name-backslash");
    private static final Kind NAME_CASE = Kind.cause("package-name-case");
    private static final Kind NAME_ODD = Kind.cause("package-name-odd");

    /** What a URL reads as something else than itself. */
    private static final String READ_OTHERWISE = "%+#?";

    /** The longest key that S3 takes, in bytes of UTF-8. */
    private static final int LONGEST = 1024;
    /** What Windows drops at the end of a name. */
    private static final Pattern LOST_END = Pattern.compile("[. ](/|$)");

    private final PackageContents contents;
    private final PackageFindings tell;

    FileNames(PackageContents contents, PackageFindings tell) {
        this.contents = contents;
        this.tell = tell;
    }

    List<Detection> findings() {
        List<Detection> findings = new ArrayList<>();
        backslashes(findings);
        unreachable(findings);
        sameButForCase(findings);
        odd(findings);
        return findings;
    }

    /** A URL cannot ask for it, a bucket does not take it, or a disk cannot hold it. */
    private void unreachable(List<Detection> findings) {
        Set<String> folders = new HashSet<>();
        for (PackagedFile file : contents.files()) {
            for (int at = file.key().indexOf('/'); at >= 0; at = file.key().indexOf('/', at + 1)) {
                folders.add(file.key().substring(0, at));
            }
        }
        List<String> keys = contents.files().stream()
                .map(PackagedFile::key)
                .filter(key -> isUnreachable(key) || folders.contains(key))
                .toList();
        if (!keys.isEmpty()) {
            findings.add(tell.about(NAME_IMPOSSIBLE, keys, Severity.SEV2)
                    .message(PackageFindings.are(keys) + " named in a way that some place cannot hold or ask for")
                    .actual(why(keys.get(0), folders))
                    .expected("names of folders and files, with one slash between them, of at most " + LONGEST
                            + " bytes in all")
                    .hint("pack the build's output with another tool, or name the file differently")
                    .build());
        }
    }

    private static String why(String key, Set<String> folders) {
        if (folders.contains(key)) {
            return "it is a file and a folder at once";
        }
        return isTooLong(key)
                ? "a bucket takes no name of more than " + LONGEST + " bytes"
                : "browsers leave out the parts . and .., and disks an empty part";
    }

    private static boolean isUnreachable(String key) {
        return isTooLong(key) || ("/" + key + "/").matches("(?s).*/\\.{0,2}/.*");
    }

    private static boolean isTooLong(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private void backslashes(List<Detection> findings) {
        List<String> keys = contents.files().stream()
                .map(PackagedFile::key)
                .filter(key -> key.indexOf('\\') >= 0)
                .toList();
        if (!keys.isEmpty()) {
            findings.add(tell.about(NAME_BACKSLASH, keys, Severity.SEV2)
                    .message(PackageFindings.are(keys)
                            + " named with a backslash: the name of one file, and no file in a" + " folder")
                    .expected("slashes between folders: "
                            + Format.line(keys.get(0).replace('\\', '/')))
                    .actual("a bucket serves it under %5C only")
                    .hint("it was packed on Windows by a tool that keeps backslashes: pack it with one that does not")
                    .build());
        }
    }

    private void sameButForCase(List<Detection> findings) {
        Map<String, List<PackagedFile>> byLowered = new LinkedHashMap<>();
        contents.files().forEach(file -> byLowered
                .computeIfAbsent(file.key().toLowerCase(Locale.ROOT), lowered -> new ArrayList<>())
                .add(file));
        for (List<PackagedFile> same : byLowered.values()) {
            if (same.size() > 1) {
                boolean isNeeded =
                        same.stream().allMatch(file -> !file.namedBy().isEmpty());
                List<String> keys = same.stream().map(PackagedFile::key).toList();
                findings.add(tell.about(NAME_CASE, keys, isNeeded ? Severity.SEV2 : Severity.SEV4)
                        .message(Format.line(keys.get(0)) + " and " + Format.line(keys.get(1))
                                + " differ only in case: on"
                                + " disks that do not tell them apart one overwrites the other")
                        .hint("keep one of them, and name it everywhere in the same way")
                        .build());
            }
        }
    }

    private void odd(List<Detection> findings) {
        List<String> keys = contents.files().stream()
                .map(PackagedFile::key)
                .filter(FileNames::isOdd)
                .toList();
        if (!keys.isEmpty()) {
            findings.add(tell.about(NAME_ODD, keys, Severity.SEV4)
                    .message(PackageFindings.are(keys)
                            + " named with characters that a URL, a disk or a bucket may read" + " as others")
                    .hint("use letters, digits, dots, hyphens and underscores in the names of files")
                    .build());
        }
    }

    private static boolean isOdd(String key) {
        return key.chars().anyMatch(c -> Character.isISOControl(c) || READ_OTHERWISE.indexOf(c) >= 0)
                || LOST_END.matcher(key).find() && !isUnreachable(key)
                || !Normalizer.isNormalized(key, Normalizer.Form.NFC);
    }
}
