package dev.smokerunner.check;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a package as such: files that nothing names, that have no place in it, or bad names. */
record PackageCheck() implements Check {
    static final String NAME = "package";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult judge(PageObservation page, Expectations expected) {
        return Seeing.judge(NAME, page.contents(), contents -> judge(page, contents, expected));
    }

    private static CheckResult judge(PageObservation page, PackageContents contents, Expectations expected) {
        List<Finding> findings = new ArrayList<>();
        PackageFindings tell = new PackageFindings(page);
        new OrphanFinding(page, contents, expected).finding(tell).ifPresent(findings::add);
        findings.addAll(new UnwantedFiles(contents, tell).findings());
        findings.addAll(new FileNames(contents, tell).findings());
        return CheckResult.judged(NAME, contents.files().size(), findings);
    }
}
