package dev.smokerunner.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.secret.Redaction;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** No text of a result keeps a secret, whatever records it is made of and whichever are added. */
class ResultTextsTest {
    private static final String SECRET = "hunter2";

    private static final UnaryOperator<String> REDACTED = new Redaction(List.of(new Secret(SECRET)))::apply;

    /** Written by this tool and by nobody else, and known to all: to mask a part of one would tell what the secret is. */
    private static final Set<String> NAMES_OF_OURS = Set.of(
            "CheckResult.check",
            "Finding.check",
            "Finding.fingerprint",
            "Finding.kind",
            "LoadedAsset.role",
            "RequestResult.failure",
            "RequestResult.kind",
            "SmokeResult.version",
            "Symptom.check",
            "Symptom.kind");

    private final PlantedRecords planted = new PlantedRecords(SECRET);

    @Test
    void noTextOfAResultKeepsASecret() throws ReflectiveOperationException {
        Set<String> kept = new TreeSet<>();
        for (SmokeResult result : planted.of(SmokeResult.class)) {
            kept.addAll(PlantedRecords.places(result.mapTexts(REDACTED), SECRET));
        }

        assertThat(kept).isEqualTo(new TreeSet<>(NAMES_OF_OURS));
    }

    @Test
    void theSecretIsPlantedInEachText() throws ReflectiveOperationException {
        Set<String> seen = new TreeSet<>();
        for (SmokeResult result : planted.of(SmokeResult.class)) {
            seen.addAll(PlantedRecords.places(result, SECRET));
        }

        assertThat(seen).isEqualTo(PlantedRecords.places(SmokeResult.class)).contains("Finding.message");
    }

    @Test
    void aTextThatIsForgottenIsFound() throws ReflectiveOperationException {
        Set<String> kept = new TreeSet<>();
        for (Forgetful record : planted.of(Forgetful.class)) {
            Forgetful mapped = new Forgetful(REDACTED.apply(record.told()), record.more(), record.byName());
            kept.addAll(PlantedRecords.places(mapped, SECRET));
        }

        assertThat(kept).containsExactly("Forgetful.byName", "Forgetful.more");
    }

    @Test
    void aMappedUrlStaysAUrl() {
        TextMapping texts = new TextMapping(REDACTED);

        assertThat(texts.of(URI.create("http://shop.example/?key=hunter2")))
                .isEqualTo(URI.create("http://shop.example/?key=%2A%2A%2A"));
        assertThat(texts.of(URI.create("hunter2://shop.example/")))
                .isEqualTo(URI.create("redacted:***%3A%2F%2Fshop.example%2F"));
    }

    private record Forgetful(String told, Optional<List<URI>> more, Map<String, Integer> byName) {}
}
