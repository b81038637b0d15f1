package dev.smokerunner.check.packing;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.Flaw;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Finds what tools that unpack an archive do not read alike, or cannot read at all: one finding for each kind. */
final class PackingFindings {
    private final PackageContents contents;
    private final PackageFindings tell;
    private final List<Detection> findings = new ArrayList<>();

    PackingFindings(PackageContents contents, PackageFindings tell) {
        this.contents = contents;
        this.tell = tell;
    }

    List<Detection> findings() {
        add(
                Flaw.Kind.DAMAGED,
                Severity.SEV2,
                "damaged in the zip",
                "pack it again; what was uploaded from this zip is damaged as well");
        add(
                Flaw.Kind.CONTRADICTED,
                Severity.SEV2,
                "in the zip more than once, with different bytes: some tools unpack the first, others the last",
                "a tool added to an old zip: delete it before it is packed");
        add(
                Flaw.Kind.LINK,
                Severity.SEV2,
                "a symbolic link: some tools make a link of it, others a file that holds nothing but a path",
                "pack the file that it leads to (zip without -y, tar with -h)");
        add(
                Flaw.Kind.REPEATED,
                Severity.SEV4,
                "in the zip more than once, with the same bytes",
                "delete an old zip before it is packed anew");
        add(
                Flaw.Kind.FOREIGN_NAME,
                Severity.SEV4,
                "named in letters that tools read differently, since the zip does not say that they are UTF-8",
                "use letters, digits, dots, hyphens and underscores in the names of files");
        add(
                Flaw.Kind.EXTRA_BYTES,
                Severity.SEV4,
                "a zip with bytes before or behind it that belong to no file: strict tools refuse it",
                "fetch or pack it again; something was written into it");
        return findings;
    }

    private void add(Flaw.Kind kind, Severity impact, String what, String hint) {
        List<Flaw> flaws =
                contents.flaws().stream().filter(flaw -> flaw.kind() == kind).toList();
        List<String> keys =
                List.copyOf(new LinkedHashSet<>(flaws.stream().map(Flaw::key).toList()));
        if (!keys.isEmpty()) {
            DetectionBuilder finding = tell.about(
                            Kind.cause("zip-"
                                    + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                            keys,
                            impact)
                    .message(PackageFindings.are(keys) + " " + what)
                    .hint(hint);
            String detail = Format.line(flaws.get(0).detail());
            if (!detail.isEmpty()) {
                finding.actual(detail);
            }
            findings.add(finding.build());
        }
    }
}
