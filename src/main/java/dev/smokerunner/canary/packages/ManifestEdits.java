package dev.smokerunner.canary.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes into a {@code package.json} by npm, which keeps its form. */
final class ManifestEdits {
    private ManifestEdits() {}

    /**
     * Writes new ranges and pins.
     *
     * @param overrides the key below which pins of what is not direct stand, e.g. {@code overrides}
     */
    static void apply(Project project, Change change, String overrides) throws PackagesException, InterruptedException {
        Manifest manifest = project.manifest();
        List<String> words = new ArrayList<>(List.of("npm", "pkg", "set"));
        for (Upgrade upgrade : change.upgrades()) {
            upgrade.newRange().ifPresent(range -> words.add(assignment(manifest, upgrade.name(), range, overrides)));
        }
        for (Map.Entry<String, String> pin : change.pins().entrySet()) {
            words.add(assignment(manifest, pin.getKey(), pin.getValue(), overrides));
        }
        if (words.size() > 3) {
            project.run(words);
        }
    }

    private static String assignment(Manifest manifest, String name, String range, String overrides) {
        return manifest.sectionOf(name).orElse(overrides) + "[" + name + "]=" + range;
    }
}
