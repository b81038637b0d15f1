package dev.smokerunner.canary.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradesTest {
    private static final Manifest MANIFEST = new Manifest(
            "made",
            Map.of(),
            "",
            Map.of("dependencies", Map.of("react", "^18.0.0", "react-dom", "^18.0.0", "z", "~1.0.0")));

    @Test
    void listsWhatMovesWithTheDirectOnesFirst() {
        Lock before = Lock.of(List.of(locked("a", "1.0.0"), locked("z", "1.0.0"), locked("same", "3.0.0")));
        Lock after = Lock.of(
                List.of(locked("a", "1.0.1"), locked("z", "1.0.2"), locked("same", "3.0.0"), locked("new", "1.0.0")));

        assertThat(new Upgrades(before, after).list(MANIFEST, Map.of()))
                .extracting(Upgrade::toString)
                .containsExactly("z 1.0.0 → 1.0.2", "a 1.0.0 → 1.0.1");
    }

    @Test
    void movesTogetherWhatWantsTheNewOtherAsItsPeer() {
        Lock before = Lock.of(
                List.of(locked("react", "18.1.0"), withPeer("react-dom", "18.1.0", "^18.1.0"), locked("z", "1.0.0")));
        Lock after = Lock.of(
                List.of(locked("react", "18.2.0"), withPeer("react-dom", "18.2.0", "^18.2.0"), locked("z", "1.0.1")));
        Upgrades upgrades = new Upgrades(before, after);

        assertThat(upgrades.grouped(upgrades.list(MANIFEST, Map.of())))
                .extracting(UpgradeGroup::toString)
                .containsExactly("react 18.1.0 → 18.2.0 with react-dom 18.1.0 → 18.2.0", "z 1.0.0 → 1.0.1");
    }

    @Test
    void knowsTheVersionsBetweenTwo() {
        assertThat(Versions.between(
                        List.of("1.10.0", "1.2.0", "1.9.0", "1.10.1", "1.9.5-beta.1", "latest"), "1.2.0", "1.10.1"))
                .containsExactly("1.9.0", "1.10.0");
    }

    @ParameterizedTest
    @CsvSource({
        "~0.0.10, true, true",
        "^0.0.10, true, false",
        "0.0.10, false, false",
        "=1.2.3, false, false",
        "0.x, true, true",
        "^0.4.1, true, true",
        "^1.2.3, true, false",
        "*, true, false",
        "latest, true, false"
    })
    void knowsWhatFloats(String range, boolean floats, boolean belowOne) {
        assertThat(Versions.floats(range)).isEqualTo(floats);
        assertThat(Versions.floatsBelowOne(range)).isEqualTo(belowOne);
    }

    private static LockedPackage locked(String name, String version) {
        return new LockedPackage("node_modules/" + name, name, version, Set.of(), Map.of(), "", false);
    }

    private static LockedPackage withPeer(String name, String version, String react) {
        return new LockedPackage("node_modules/" + name, name, version, Set.of(), Map.of("react", react), "", false);
    }
}
