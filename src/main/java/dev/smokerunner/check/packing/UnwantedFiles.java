package dev.smokerunner.check.packing;

import dev.smokerunner.check.view.NamedFiles;
import dev.smokerunner.check.view.UnwantedNames;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds files that have no place on a server: secrets, source maps, what tools and systems leave behind, empty ones. */
final class UnwantedFiles {
    private static final Kind SECRET_FILE = Kind.cause("package-secret");
    private static final Kind CLUTTER_FILE = Kind.cause("package-clutter");
    private static final Kind SOURCE_MAP = Kind.cause("package-source-map");
    private static final Kind EMPTY = Kind.cause("package-file-empty");

    private static final Pattern TEXT = Pattern.compile("\\.(m?js|css|html?|json)$");

    private final PackageContents contents;
    private final PackageFindings tell;
    private final List<Detection> findings = new ArrayList<>();

    UnwantedFiles(PackageContents contents, PackageFindings tell) {
        this.contents = contents;
        this.tell = tell;
    }

    List<Detection> findings() {
        add(
                SECRET_FILE,
                UnwantedFiles::isSecret,
                Severity.SEV2,
                "secret by its name or its content: whoever guesses the address can" + " read it",
                "take it out of the package, and replace the secrets where it was ever uploaded");
        add(
                CLUTTER_FILE,
                UnwantedFiles::isClutter,
                Severity.SEV4,
                "of no use to a page, and tells about the inside of the project",
                "package the output of the build only");
        add(
                SOURCE_MAP,
                file -> UnwantedNames.isSourceMap(file.key()),
                Severity.SEV4,
                "a source map: whoever asks for it can read the source",
                "leave source maps out, or upload them where only the team can read them");
        add(EMPTY, this::isEmpty, Severity.SEV4, "empty: 0 bytes", "the step that writes it may have failed");
        return findings;
    }

    private void add(Kind kind, Predicate<PackagedFile> isOne, Severity impact, String what, String hint) {
        List<String> keys =
                contents.files().stream().filter(isOne).map(PackagedFile::key).toList();
        if (!keys.isEmpty()) {
            DetectionBuilder finding = tell.about(kind, keys, impact)
                    .message(PackageFindings.are(keys) + " in the package and " + (keys.size() == 1 ? "is " : "are ")
                            + what)
                    .hint(hint);
            findings.add(finding.build());
        }
    }

    /** What is meant to be read may have an example of an address with a password: only in other files it is one. */
    private static boolean isSecret(PackagedFile file) {
        return UnwantedNames.isSecret(file.key())
                || file.traits().contains(Trait.PRIVATE_KEY)
                || file.traits().contains(Trait.CREDENTIALS) && UnwantedNames.isClutter(file.key());
    }

    private static boolean isClutter(PackagedFile file) {
        return UnwantedNames.isClutter(file.key()) && !isSecret(file);
    }

    /** Empty files that are visited or named are the business of {@code page-status} and {@code asset-body}. */
    private boolean isEmpty(PackagedFile file) {
        boolean isToldElsewhere = NamedFiles.isPage(file.key())
                ? contents.visited().contains(file.key())
                : !file.namedBy().isEmpty();
        return file.bytes() == 0 && !isToldElsewhere && TEXT.matcher(file.key()).find();
    }
}
