package dev.smokerunner.review;

/** What nobody recorded and a review should answer. */
final class QuestionSection implements Section {
    @Override
    public String name() {
        return "questions";
    }

    @Override
    public void write(Review review, SectionText text) {
        if (!review.recording().incident().isOpen()
                && review.recording().releases().isEmpty()) {
            text.blank("Which release brought it, and which one ended it (no release is recorded)");
        }
        text.blank("What went well");
        text.blank("What went badly");
        text.blank("Where we were lucky");
        text.blank("What is still unknown");
    }
}
