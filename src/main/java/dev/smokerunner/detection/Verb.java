package dev.smokerunner.detection;

/** The verb of a sentence that may be said of one thing or of many. */
public enum Verb {
    /** It is, they are. */
    BE("is", "are"),
    /** It does, they do. */
    DO("does", "do"),
    /** It has, they have. */
    HAVE("has", "have"),
    /** It fails, they fail. */
    FAIL("fails", "fail");

    private final String ofOne;
    private final String ofMany;

    Verb(String ofOne, String ofMany) {
        this.ofOne = ofOne;
        this.ofMany = ofMany;
    }

    /** Said of one thing. */
    public String ofOne() {
        return ofOne;
    }

    /** Said of several. */
    public String ofMany() {
        return ofMany;
    }
}
