package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what is told as SARIF to the standard's own schema: 2.1.0 rtm.5, as npm's {@code @microsoft/jest-sarif} has it. */
class SarifReportTest {
    private static final Schema SCHEMA = schema();

    static Stream<List<SmokeResult>> results() {
        return Stream.of(
                List.of(Samples.healthy()),
                List.of(Samples.incident()),
                List.of(Samples.inconclusive()),
                List.of(Samples.severalBrowsers()),
                List.of(Samples.failing(), Samples.failingOnStaging(), Samples.inconclusive()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void isWhatTheStandardAllows(List<SmokeResult> results) throws IOException {
        StringBuilder sarif = new StringBuilder();

        new SarifReport().writeAll(results, sarif);

        assertThat(SCHEMA.validate(sarif.toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheStandardDoesNotAllow() {
        assertThat(SCHEMA.validate("{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{}]}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema() {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/sarif-schema/sarif-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
