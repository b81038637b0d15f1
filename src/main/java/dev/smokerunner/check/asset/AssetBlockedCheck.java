package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what the browser keeps from the page by a rule: CORS, Content-Security-Policy, mixed content and the like.
 *
 * <p>A host that is missing in a policy, or a header that a host does not send, is one finding for all that it keeps away.
 * What other sites are to deliver is Sev 4, as with all that third parties fail to do; what breaks by it raises that.
 */
public record AssetBlockedCheck() implements Check {
    @Override
    public String name() {
        return "asset-blocked";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<Detection> workers = ForeignWorkers.findings(name(), page);
        return workers.isEmpty() || page.browser().value().isPresent()
                ? Judgement.ofSeen(name(), page.browser(), visit -> judgeSeen(view, expected, workers))
                : Judgement.judged(name(), workers.size(), workers);
    }

    private Judgement judgeSeen(PageView view, Expectations expected, List<Detection> workers) {
        PageObservation page = view.observation();
        List<Detection> findings = new ArrayList<>(new BlockedAssets(view, expected).findings(name()));
        findings.addAll(new BlockedInline(page, expected).findings(name()));
        findings.addAll(SandboxedScripts.findings(name(), view));
        findings.addAll(BlockedForms.findings(name(), view));
        findings.addAll(BlockedOwnData.findings(name(), view, expected));
        findings.addAll(BlockedEvaluation.findings(name(), page, expected));
        findings.addAll(new RefusedCode(page, expected).findings(name()));
        findings.addAll(new UpgradedRequests(page).findings(name()));
        findings.addAll(RefusedBase.findings(name(), view, expected));
        findings.addAll(workers);
        return Judgement.judged(name(), Requests.of(page).size() + findings.size(), findings);
    }
}
