package dev.smokerunner.check.packing;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a package as such: files that nothing names or that have no
 * place in it, bad names and bad packing, and what the pages that are not visited refer to in vain. */
public record PackageCheck() implements Check {
    static final String NAME = "package";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(NAME, page.contents(), contents -> judge(view, contents, expected));
    }

    private static Judgement judge(PageView view, PackageContents contents, Expectations expected) {
        List<Detection> findings = new ArrayList<>();
        PageObservation page = view.observation();
        PackageFindings tell = new PackageFindings(page);
        new OrphanFinding(view, contents, expected).finding(tell).ifPresent(findings::add);
        findings.addAll(new UnwantedFiles(contents, tell).findings());
        findings.addAll(new FileNames(contents, tell).findings());
        findings.addAll(new PackingFindings(contents, tell).findings());
        findings.addAll(new UnvisitedFindings(page, contents, tell).findings());
        findings.addAll(new PackagedHosts(view, contents, expected.assets(), tell).findings());
        return Judgement.judged(NAME, contents.files().size(), findings);
    }
}
