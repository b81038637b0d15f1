package dev.smokerunner.report;

/**
 * Makes hostile text harmless for XML parsers and for the pages that show what they read.
 *
 * <p>The JDK's stream writer passes on characters that no parser accepts, and one of them costs the whole file.
 */
final class XmlText {
    private XmlText() {}

    /** One field of one line, cut to 2000 characters; mark-up is left to the XML writer. */
    static String field(String text) {
        return Visible.line(text);
    }

    /** A whole document in which no CI log finds a command, should it be printed: {@code ##} is spelled as a reference. */
    static String document(String xml) {
        return xml.replace("##", "#&#35;");
    }
}
