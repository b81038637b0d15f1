package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.Culprit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The rules that keep culprits out, for what else moves dependencies: Renovate, Dependabot, npm. */
public final class KeepOutRules {
    private static final JsonMapper JSON = JsonMapper.shared();

    private KeepOutRules() {}

    /** The rules, each with where it goes; none where there is no culprit. */
    public static List<String> of(CanaryResult canary) {
        List<String> lines = new ArrayList<>();
        for (Culprit culprit : canary.culprits()) {
            String name = culprit.blamed().name();
            lines.add("Renovate, in packageRules of renovate.json:");
            lines.add("  " + json(renovate(culprit)));
            lines.add("Dependabot, in ignore of the update in .github/dependabot.yml:");
            lines.add("  - dependency-name: " + json(name));
            lines.add("    versions: " + json(List.of(">=" + culprit.firstBad())));
            lines.add(
                    culprit.blamed().isDirect()
                            ? "The project itself, in package.json (" + culprit.pinsBelow()
                                    + " may not contradict a direct dependency):"
                            : "The project itself, in " + culprit.pinsBelow() + " of package.json:");
            lines.add("  " + json(name) + ": " + json(culprit.lastGood()));
        }
        return lines;
    }

    private static Map<String, Object> renovate(Culprit culprit) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("description", culprit.words() + " breaks the build or the page (smoke canary)");
        rule.put("matchPackageNames", List.of(culprit.blamed().name()));
        rule.put("allowedVersions", "<" + culprit.firstBad());
        return rule;
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
