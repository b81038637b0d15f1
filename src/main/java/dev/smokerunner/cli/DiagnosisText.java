package dev.smokerunner.cli;

import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.Diagnosis.Level;
import dev.smokerunner.report.TerminalText;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Diagnoses as people and programs read them.
 *
 * @param redaction removes secrets
 */
record DiagnosisText(UnaryOperator<String> redaction) {
    private static final int LONGEST = 1000;

    /** A line for each, and below it what to do; what fails is counted at the end. */
    String lines(List<Diagnosis> diagnoses) {
        int width = diagnoses.stream()
                .mapToInt(one -> shown(one.subject()).length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Diagnosis one : diagnoses) {
            String line = String.format(
                    Locale.ROOT,
                    "%-4s  %-" + width + "s  %s",
                    word(one.level()),
                    shown(one.subject()),
                    shown(one.found()));
            text.append(TerminalText.line(line)).append('\n');
            one.advice().ifPresent(advice -> text.append(" ".repeat(width + 8))
                    .append("> ")
                    .append(shown(advice))
                    .append('\n'));
        }
        return text.append('\n')
                .append(count(diagnoses, Level.FAIL))
                .append(" fail, ")
                .append(count(diagnoses, Level.WARN))
                .append(" warn\n")
                .toString();
    }

    /** The same as a document. */
    String json(List<Diagnosis> diagnoses) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("schema", "smoke-doctor/1");
        root.put("fail", count(diagnoses, Level.FAIL));
        root.put("warn", count(diagnoses, Level.WARN));
        ArrayNode lines = root.putArray("lines");
        for (Diagnosis one : diagnoses) {
            ObjectNode line = lines.addObject();
            line.put("subject", shown(one.subject()));
            line.put("level", word(one.level()));
            line.put("found", shown(one.found()));
            line.put("advice", one.advice().map(this::shown).orElse(null));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private String shown(String text) {
        return TerminalText.field(redaction.apply(text), LONGEST);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static int count(List<Diagnosis> diagnoses, Level level) {
        return (int) diagnoses.stream().filter(one -> one.level() == level).count();
    }
}
