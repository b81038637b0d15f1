package dev.smokerunner.cli;

import java.math.BigDecimal;

/** Fields of CSV, which programs read and people open in spreadsheets. */
final class CsvText {
    private CsvText() {}

    /** A text. What a spreadsheet would take for a formula gets an apostrophe in front, as spreadsheets have it. */
    static String field(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** A number with all its digits, without an exponent; finite. */
    static String field(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
