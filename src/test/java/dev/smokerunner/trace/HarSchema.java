package dev.smokerunner.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The JSON schema of HAR 1.2, as {@code har-schema} 2.0.0 of npm has it (licence ISC, beside the files). */
public final class HarSchema {
    private static final String BASE = "https://har-schema.example/";

    private HarSchema() {}

    /** Fails with what the schema does not allow. */
    public static void accepts(String har) {
        var schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_6,
                        builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:har-schema/")))
                .getSchema(SchemaLocation.of(BASE + "har.json"));
        assertThat(schema.validate(har, InputFormat.JSON)).isEmpty();
    }
}
