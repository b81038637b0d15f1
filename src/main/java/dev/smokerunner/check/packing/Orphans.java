package dev.smokerunner.check.packing;

import dev.smokerunner.check.view.NamedFiles;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.Flaw;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scripts and styles of a package that nothing names, told apart: some should be named, some were left behind by an
 * earlier build or came with a library, and some are never named.
 */
final class Orphans {
    /** Code for workers, tests and tools, which is found by its fixed name or not meant for the page. */
    private static final Pattern NEVER_NAMED = Pattern.compile(
            "(^|/)(\\.[^/]+|node_modules|bower_components|tests?|__tests__|specs?|examples?|demos?|types)/"
                    + "|(^|[-_./])(sw|service-?worker|[\\w-]*worker[\\w-]*)([-_.][^/]*)?$"
                    + "|[-_.](test|spec|stories|config|conf|d)\\.m?js$"
                    + "|(^|/)(gulpfile|gruntfile|rakefile|\\.[^/]*)[^/]*$",
            Pattern.CASE_INSENSITIVE);

    /**
     * The code of the Pages Router, and of the page for what is not found, which the build of an App Router ships and no page
     * loads: seen with Next.js 13.5.11, 14.2.35 and 15.5.29. Whatever else of such a build nothing names should be named.
     */
    private static final Pattern OTHER_ROUTER = Pattern.compile(
            "(^|/)_next/static/chunks/(main|framework|pages/_\\w+|app/_not-found(/page)?)-[0-9a-f]{16}\\.js$");

    private static final Pattern APP_ROUTER = Pattern.compile("(^|/)_next/static/chunks/main-app-[0-9a-f]{16}\\.js$");

    /** What no page loads for what it does. */
    private static final Set<Trait> OF_NO_USE = EnumSet.of(Trait.NODE_CODE, Trait.ADDRESS);

    private static final int FEW = 3;

    private final List<PackagedFile> suspects = new ArrayList<>();
    private final List<PackagedFile> harmless = new ArrayList<>();
    private final boolean isAnyScriptNamed;
    private final boolean isOfAppRouter;
    private final boolean isSource;
    private final boolean isAnyStyleNamed;

    private final NamedFiles named;
    private final Set<String> damaged;
    private final Set<String> hashedFolders;
    private final Set<String> namedPlain = new HashSet<>();
    private final Set<String> namedWithPrint = new HashSet<>();
    private final Map<String, Integer> unnamedIn = new HashMap<>();
    private final Set<String> namedIn = new HashSet<>();

    Orphans(PackageContents contents, NamedFiles named) {
        this.named = named;
        damaged = contents.flaws().stream()
                .filter(flaw -> flaw.kind() == Flaw.Kind.DAMAGED)
                .map(Flaw::key)
                .collect(Collectors.toSet());
        hashedFolders = contents.files().stream()
                .map(PackagedFile::name)
                .filter(FileName::endsInBase64)
                .map(FileName::folder)
                .collect(Collectors.toSet());
        List<PackagedFile> code = contents.files().stream()
                .filter(file -> file.name().isScript() || file.name().isStyle())
                .toList();
        isSource = contents.files().stream().anyMatch(file -> file.key().equals("package.json"));
        isAnyScriptNamed = isAny(code, FileName::isScript);
        isAnyStyleNamed = isAny(code, FileName::isStyle);
        isOfAppRouter =
                code.stream().anyMatch(file -> APP_ROUTER.matcher(file.key()).find() && named.isNamedFromPages(file));
        code.forEach(this::count);
        code.stream().filter(file -> !named.isNamed(file)).forEach(this::sort);
        suspects.sort(Comparator.comparing(
                        (PackagedFile file) -> name(file).fingerprint().isEmpty())
                .thenComparing(file -> !isTelling(file))
                .thenComparing(file -> !file.name().isScript())
                .thenComparing(file -> -file.bytes())
                .thenComparing(PackagedFile::key));
    }

    /** Whether a file is for tests, examples or tools by its place. */
    static boolean isNeverNamed(String key) {
        return NEVER_NAMED.matcher(key).find();
    }

    /** Those that something should name, the most telling one first. */
    List<PackagedFile> suspects() {
        return suspects;
    }

    /** Those that were left behind by an earlier build or came with a library, in the order of their keys. */
    List<PackagedFile> harmless() {
        return harmless;
    }

    /** Whether one should be named for certain: a build made it, or the pages name no script. */
    boolean isTelling(PackagedFile file) {
        FileName name = name(file);
        return name.fingerprint().isPresent() || name.isScript() && !isAnyScriptNamed && !isSource;
    }

    /** Whether the pages should name a style sheet and name none; sources hold many that no page needs. */
    boolean isStyleLost() {
        return !isAnyStyleNamed && !isSource;
    }

    private boolean isAny(List<PackagedFile> code, Predicate<FileName> isKind) {
        return code.stream().anyMatch(file -> isKind.test(file.name()) && named.isNamedFromPages(file));
    }

    private void count(PackagedFile file) {
        FileName name = name(file);
        if (!named.isNamed(file)) {
            unnamedIn.merge(name.folder(), 1, Integer::sum);
        } else {
            namedIn.add(name.folder());
            namedPlain.add(kind(name) + name.plain());
            if (name.fingerprint().isPresent()) {
                namedWithPrint.add(kind(name) + name.plain());
            }
        }
    }

    private void sort(PackagedFile file) {
        FileName name = name(file);
        if (isSilent(file, name)) {
            return;
        }
        boolean isLeftover = name.fingerprint().isPresent() && namedWithPrint.contains(kind(name) + name.plain());
        (isLeftover || isOfLibrary(name) ? harmless : suspects).add(file);
    }

    /** Whether nothing has to name it. */
    private boolean isSilent(PackagedFile file, FileName name) {
        return isNeverNamed(file.key())
                || isOfAppRouter && OTHER_ROUTER.matcher(file.key()).find()
                || !Collections.disjoint(file.traits(), OF_NO_USE)
                || file.bytes() == 0
                || damaged.contains(file.key())
                || name.fingerprint().isEmpty() && namedPlain.contains(kind(name) + name.plain());
    }

    /** Whether it stands among others that nothing names, beside some that are named: a library that is shipped whole. */
    private boolean isOfLibrary(FileName name) {
        return name.fingerprint().isEmpty()
                && !name.folder().isEmpty()
                && unnamedIn.getOrDefault(name.folder(), 0) >= FEW
                && namedIn.contains(name.folder());
    }

    private FileName name(PackagedFile file) {
        FileName name = file.name();
        return hashedFolders.contains(name.folder()) ? name.amongBase64() : name;
    }

    private static String kind(FileName name) {
        return name.isScript() ? "script " : "style ";
    }
}
