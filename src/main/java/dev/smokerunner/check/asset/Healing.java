package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageObservation.Healed;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what failed at first and was good when it was asked again: it passes, but it is said. */
public final class Healing {
    private Healing() {}

    /** The assets that healed. */
    static List<Finding> ofAssets(String check, PageObservation page, List<Asset> assets) {
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : assets) {
            if (asset.refused().isPresent()) {
                continue;
            }
            of(page, asset.url(), asset.answer())
                    .map(healed -> asset.finding(check)
                            .impact(Severity.SEV4)
                            .message(asset.title() + " came only when it was asked for again")
                            .actual(Words.line(healed.first()) + " at first")
                            .attempts(healed.attempts())
                            .build())
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** How one URL healed, if it did. */
    public static Optional<Healed> of(PageObservation page, URI url, Optional<HttpAnswer> answer) {
        Map<URI, Healed> healed = new LinkedHashMap<>();
        page.healed().forEach(one -> healed.putIfAbsent(one.url(), one));
        answer.filter(one -> one.isOk() && !one.attempts().isEmpty())
                .ifPresent(one ->
                        healed.putIfAbsent(url, new Healed(url, one.attempts().get(0), one.tries())));
        return Optional.ofNullable(healed.get(url));
    }
}
