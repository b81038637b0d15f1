package dev.smokerunner.report.html;

/** How good something is, which gives it its colour; what it says stands beside it in words. */
public enum Rating {
    /** It is well. */
    GOOD("good"),
    /** It fails the run. */
    BAD("bad"),
    /** It could not be judged. */
    UNSURE("unsure"),
    /** It is worth knowing, no more. */
    CALM("calm");

    private final String word;

    Rating(String word) {
        this.word = word;
    }

    /** Its class in the style sheet. */
    public String word() {
        return word;
    }
}
