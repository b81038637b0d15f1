package dev.smokerunner.check.packing;

import dev.smokerunner.check.view.NamedFiles;
import dev.smokerunner.check.view.Namesakes;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Parties;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds scripts and styles that are shipped and that nothing names.
 *
 * <p>Where a build step cuts or renames a tag, every request may succeed and the HTML may be valid; the file that is no
 * longer named is the one trace that is always there.
 */
public final class OrphanFinding {
    /** A file that a page should load and that nothing names. */
    static final Kind ORPHAN =
            Kind.cause("package-orphan").called("file that nothing names").toldBy(OrphanFinding::isExplainedBy);

    private static final Kind LEFT_OVER = Kind.cause("package-left-over").called("file that nothing names");

    private static final int MOST = 10;
    /** A tag that is cut takes a file or two with it; more than that came with something else. */
    private static final int FEW = 3;

    private final PageObservation page;
    private final PackageContents contents;
    private final Expectations expected;
    private final Orphans orphans;

    OrphanFinding(PageView view, PackageContents contents, Expectations expected) {
        this.page = view.observation();
        this.contents = contents;
        this.expected = expected;
        this.orphans = new Orphans(contents, view.namedFiles());
    }

    /** The one finding for all of them, if there are any. */
    Optional<Detection> finding(PackageFindings tell) {
        boolean isKnown = contents.whole() && contents.files().stream().anyMatch(file -> NamedFiles.isPage(file.key()));
        if (!isKnown || orphans.suspects().isEmpty() && orphans.harmless().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(orphans.suspects().isEmpty() ? harmless(tell) : suspicious(tell));
    }

    private Detection suspicious(PackageFindings tell) {
        List<String> keys = keys(orphans.suspects().stream()
                .sorted(Comparator.comparing(file -> !isCalledFor(file)))
                .toList());
        boolean isBad = orphans.suspects().stream().anyMatch(this::isMissed);
        return tell.about(ORPHAN, keys, isBad ? Severity.SEV2 : Severity.SEV4)
                .message(PackageFindings.are(keys) + " in the package, and nothing in the package names "
                        + (keys.size() == 1 ? "it" : "them") + ": no page loads " + (keys.size() == 1 ? "it" : "them"))
                .expected("a tag or a script that loads it")
                .actual("no page and nothing that a page loads names it")
                .evidence(namers(orphans.suspects()))
                .hint("compare the page's tags with its source: a build step (cache busting, minifying, injecting) may"
                        + " have cut or renamed the tag; if nothing needs the file, do not ship it")
                .attempts(page.attempts())
                .build();
    }

    private Detection harmless(PackageFindings tell) {
        List<String> keys = keys(orphans.harmless());
        return tell.about(LEFT_OVER, keys, Severity.SEV4)
                .message(PackageFindings.are(keys) + " in the package although nothing names "
                        + (keys.size() == 1 ? "it" : "them"))
                .hint("left by an earlier build, or a part of a library that the pages do not use: clean the output"
                        + " directory before a build, and ship only what is used")
                .attempts(page.attempts())
                .build();
    }

    /** Whether customers miss it: a build made it to be loaded, no other script is, or what is loaded breaks. */
    private boolean isMissed(PackagedFile file) {
        boolean isOneOfFew = orphans.suspects().size() <= FEW;
        return orphans.isTelling(file)
                || isCalledFor(file)
                || (file.name().isScript() ? isOneOfFew && isBroken() : isWithoutStyle());
    }

    /** Whether an error of the page's own misses a name like the file's. */
    private boolean isCalledFor(PackagedFile file) {
        return exceptions().anyMatch(message -> message.facts(MissedCode.class)
                .anyMatch(missed -> Namesakes.isMissed(file, missed)));
    }

    private boolean isBroken() {
        Set<String> required = expected.required().stream()
                .filter(element -> element.impact().isAtLeast(Severity.SEV3))
                .map(element -> element.css())
                .collect(Collectors.toSet());
        boolean lacksElement = page.browser().value().stream()
                .flatMap(visit -> visit.elements().stream())
                .filter(seen -> required.contains(seen.css()))
                .anyMatch(seen -> seen.matches() == 0 && !seen.inFrame());
        return lacksElement
                || exceptions()
                        .flatMap(message -> message.facts(MissedCode.class))
                        .anyMatch(missed -> missed.what() == What.NAME);
    }

    /** What the page's own code threw and the config does not allow. */
    private Stream<BrowserMessage> exceptions() {
        return Errors.of(page).stream()
                .filter(message -> message.source() == BrowserMessage.Source.EXCEPTION)
                .filter(message -> !Errors.isAllowed(message, expected) && !Parties.isThirdParty(page, message));
    }

    private boolean isWithoutStyle() {
        boolean hasOwn = page.html().value().stream()
                .flatMap(html -> html.elements().stream())
                .anyMatch(element -> element.name().equals("style")
                        || element.name().equals("link")
                                && element.attribute("rel").orElse("").contains("stylesheet"));
        boolean isAsked = Requests.of(page).stream().anyMatch(request -> request.kind() == BrowserRequest.Kind.STYLE);
        return orphans.isStyleLost() && !hasOwn && !isAsked;
    }

    private static List<String> keys(List<PackagedFile> files) {
        return files.stream().map(PackagedFile::key).toList();
    }

    private static List<String> namers(List<PackagedFile> files) {
        List<String> lines = new ArrayList<>();
        for (PackagedFile file : files) {
            file.namedBy().stream()
                    .findFirst()
                    .filter(namer -> lines.size() < MOST)
                    .ifPresent(namer -> lines.add(
                            Format.line(file.key()) + " is named by " + Format.line(namer) + ", which no page loads"));
        }
        return lines;
    }

    /** Whether a finding says why a file is not named: the tag that did is damaged, or names it wrongly. */
    private static boolean isExplainedBy(Detection orphan, Detection cause) {
        return cause.subject() instanceof Subject.Tag && cause.impact().isAtLeast(orphan.impact())
                || cause.isAbsent()
                        && isOtherBuild(cause.subject().text(), orphan.subject().text());
    }

    private static boolean isOtherBuild(String missing, String shipped) {
        FileName one = FileName.ofAddress(missing);
        FileName other = FileName.of(shipped);
        return one.extension().equals(other.extension())
                && !one.plain().isEmpty()
                && one.plain().equals(other.plain());
    }
}
