package dev.smokerunner.report;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document as all JSON formats write it. */
final class JsonDocument {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    /** Plain ASCII: no character of a page reaches a terminal, and no stream's encoding can spoil one. */
    private static final ObjectWriter WRITER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .characterEscapes(new JsonText())
                    .build())
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT));

    private JsonDocument() {}

    /** The text of a tree; it ends with a line feed. */
    static String of(JsonNode tree) {
        return JsonText.document(WRITER.writeValueAsString(tree)) + "\n";
    }
}
