package dev.smokerunner.check.packing;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Integrity;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.UnvisitedPage;
import dev.smokerunner.observation.UnvisitedPage.Claim;
import dev.smokerunner.observation.UnvisitedPage.Missing;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the pages that a run does not visit refer to in vain. What the visited ones do is said by other checks. */
final class UnvisitedFindings {
    private static final Kind MISSING = Kind.cause("package-file-missing");
    private static final Kind MISMATCH = Kind.cause("package-integrity-mismatch");

    private static final Set<Role> NEEDED = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.STYLE);
    private static final int LONGEST_EXCERPT = 200;

    private final PackageContents contents;
    private final PackageFindings tell;
    private final Set<String> folders = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    UnvisitedFindings(PageObservation page, PackageContents contents, PackageFindings tell) {
        this.contents = contents;
        this.tell = tell;
        contents.files().stream()
                .map(PackagedFile::key)
                .map(UnvisitedFindings::top)
                .forEach(folders::add);
        page.references().stream()
                .flatMap(reference -> reference.url().stream())
                .map(Locations::file)
                .forEach(known::add);
    }

    List<Detection> findings() {
        List<Gap> gaps = new ArrayList<>();
        List<Detection> findings = new ArrayList<>();
        Set<String> claimed = new HashSet<>();
        for (UnvisitedPage unvisited : contents.unvisited()) {
            for (Missing missing : unvisited.missing()) {
                if (!known.contains(missing.key())) {
                    gaps.add(new Gap(unvisited.key(), missing, impact(unvisited.key(), missing)));
                }
            }
            for (Claim claim : unvisited.claims()) {
                if (isBroken(claim) && claimed.add(claim.key())) {
                    findings.add(mismatch(unvisited.key(), claim));
                }
            }
        }
        for (Severity impact : List.of(Severity.SEV2, Severity.SEV4)) {
            missing(gaps.stream().filter(gap -> gap.impact() == impact).toList(), impact)
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private record Gap(String page, Missing missing, Severity impact) {}

    private Optional<Detection> missing(List<Gap> gaps, Severity impact) {
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys =
                gaps.stream().map(gap -> gap.missing().key()).distinct().toList();
        Gap first = gaps.get(0);
        return Optional.of(tell.about(MISSING, keys, impact)
                .message("the page " + Format.line(first.page()) + ", which is not visited, refers to "
                        + Format.line(keys.get(0)) + ", which is not in the package"
                        + (keys.size() == 1 ? "" : "; so do pages to " + (keys.size() - 1) + " other files"))
                .expected("all files of all pages in the package")
                .where(where(first.page(), first.missing().reference()))
                .hint(
                        "a step that renames or leaves out files forgot this page; if nothing leads to the page, do not ship"
                                + " it")
                .build());
    }

    /** Pages of tests and libraries, and what may lie beside the package on the same host, are worth a note. */
    private Severity impact(String key, Missing missing) {
        boolean isAtRoot = missing.reference().raw().strip().startsWith("/");
        boolean isOwn = !isAtRoot || folders.contains(top(missing.key()));
        boolean isForVisitors = !Orphans.isNeverNamed(key) && !Orphans.isNeverNamed(missing.key());
        return NEEDED.contains(missing.reference().role()) && isOwn && isForVisitors ? Severity.SEV2 : Severity.SEV4;
    }

    private static String top(String key) {
        return key.substring(0, key.indexOf('/') + 1);
    }

    private static boolean isBroken(Claim claim) {
        Integrity wanted = Integrity.of(claim.integrity());
        return wanted.digest().isPresent() && claim.digests().stream().noneMatch(wanted::accepts);
    }

    private Detection mismatch(String key, Claim claim) {
        return tell.about(MISMATCH, List.of(claim.key()), Orphans.isNeverNamed(key) ? Severity.SEV4 : Severity.SEV2)
                .message(Format.line(claim.key()) + " does not have the bytes that its integrity asks for in "
                        + Format.line(key) + ", a page that is not visited: browsers do not use it there")
                .expected(Format.line(claim.integrity()))
                .actual(digest(claim))
                .where(where(key, claim.reference()))
                .hint("the file was changed after its integrity was written: write it in the build's last step")
                .build();
    }

    private static String digest(Claim claim) {
        String kind =
                Integrity.of(claim.integrity()).digest().map(Digest::label).orElse("");
        return claim.digests().stream()
                .filter(digest -> digest.startsWith(kind))
                .findFirst()
                .orElse("");
    }

    private static Optional<Location> where(String key, Reference reference) {
        return reference
                .range()
                .map(range -> new Location(
                        Format.line(key),
                        range.line(),
                        range.column(),
                        Format.line(reference.excerpt(), LONGEST_EXCERPT)));
    }
}
