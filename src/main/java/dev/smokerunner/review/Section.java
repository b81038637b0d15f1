package dev.smokerunner.review;

/** A part of a review. It says what was recorded, and leaves a blank for what was not. */
interface Section {
    /** What a template calls it, in lower case. */
    String name();

    /** Writes it. */
    void write(Review review, SectionText text);
}
