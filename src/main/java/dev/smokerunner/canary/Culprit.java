package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.packages.PackageFacts;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.canary.packages.UpgradeGroup;
import java.util.List;
import java.util.Optional;

/**
 * An upgrade that breaks something, or several that do so only together.
 *
 * @param groups all that it takes; mostly one of one upgrade, never none
 * @param lastGood the newest version of the blamed package that works
 * @param firstBad the oldest that does not
 * @param outcome what comes of these upgrades alone
 * @param pinsBelow the key of the manifest below which a pin of what is not direct stands, e.g. {@code overrides}
 * @param way from a direct dependency to the blamed package, by names; itself alone where it is direct
 * @param facts what the registry tells of it; absent where it tells nothing
 */
public record Culprit(
        List<UpgradeGroup> groups,
        String lastGood,
        String firstBad,
        Outcome outcome,
        String pinsBelow,
        List<String> way,
        Optional<PackageFacts> facts) {
    /** Copies the lists. */
    public Culprit {
        requireNonNull(lastGood);
        requireNonNull(firstBad);
        requireNonNull(outcome);
        requireNonNull(pinsBelow);
        requireNonNull(facts);
        groups = List.copyOf(groups);
        way = List.copyOf(way);
    }

    /** All that it takes. */
    public List<Upgrade> upgrades() {
        return groups.stream().flatMap(group -> group.upgrades().stream()).toList();
    }

    /** That which is to be kept out: of several the last one. */
    public Upgrade blamed() {
        List<Upgrade> last = groups.get(groups.size() - 1).upgrades();
        return last.get(0);
    }

    /** Whether one package alone does it. */
    public boolean isAlone() {
        return upgrades().size() == 1;
    }

    /** It in words, e.g. {@code a 1.0.0 → 1.0.1}. */
    public String words() {
        return isAlone()
                ? blamed().name() + " " + lastGood + " → " + firstBad
                : String.join(
                        " and ", groups.stream().map(UpgradeGroup::toString).toList());
    }
}
