package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.Cover;
import dev.smokerunner.observation.ElementSighting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why an element is not there as it should be.
 *
 * @param kind what it is
 * @param message the end of a sentence that begins with the element
 * @param expected what should be there
 * @param actual what is there instead
 */
record ElementTrouble(Kind kind, String message, String expected, String actual) {
    private static final Kind MISSING =
            Kind.lack("element-missing", "missing element").plain("required elements are not there");
    private static final Kind IN_FRAME = wrong("element-in-frame");
    private static final Kind HIDDEN = wrong("element-hidden");
    private static final Kind COVERED = wrong("element-covered");
    private static final Kind MISCOUNTED = wrong("element-miscounted");
    private static final Kind WRONG_TEXT = wrong("element-text-wrong");

    /** What keeps a page from showing what it should. */
    static final Set<Loss> MISSED = EnumSet.of(
            Loss.CODE,
            Loss.START,
            Loss.REST_OF_SCRIPT,
            Loss.EVALUATED_CODE,
            Loss.ANSWER,
            Loss.AWAITED_CODE,
            Loss.AWAITED_ANSWER);

    /** A kind of element that is not as it should be. */
    static Kind wrong(String name) {
        return Kind.lack(name, "wrong element");
    }

    /** What it may follow from the loss of; what only cannot be seen may lack a style or a picture as well. */
    Set<Loss> misses() {
        return misses(kind);
    }

    /** The same for any kind. */
    static Set<Loss> misses(Kind kind) {
        Set<Loss> misses = EnumSet.copyOf(MISSED);
        if (kind.equals(HIDDEN)) {
            misses.add(Loss.SHOWN);
        }
        return misses;
    }

    /** The first trouble with an element, if there is any. */
    static Optional<ElementTrouble> of(RequiredElement required, ElementSighting seen) {
        return missing(required, seen)
                .or(() -> hidden(required, seen))
                .or(() -> covered(required, seen))
                .or(() -> miscounted(required, seen))
                .or(() -> wrongText(required, seen));
    }

    private static Optional<ElementTrouble> missing(RequiredElement required, ElementSighting seen) {
        boolean isWanted = required.count().orElse(1) > 0;
        if (!isWanted || seen.matches() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                seen.inFrame()
                        ? new ElementTrouble(
                                IN_FRAME,
                                "stands in a frame of the page, not in the page itself",
                                "an element of the page",
                                "an element of a frame")
                        : new ElementTrouble(MISSING, "is not there", "at least one element that matches", "none"));
    }

    private static Optional<ElementTrouble> hidden(RequiredElement required, ElementSighting seen) {
        boolean isWanted = required.visible() && required.count().orElse(1) > 0;
        if (!isWanted || seen.visible() > 0) {
            return Optional.empty();
        }
        String why = seen.invisibleBecause().isBlank() ? "" : ": " + Format.line(seen.invisibleBecause());
        return Optional.of(new ElementTrouble(
                HIDDEN, "is there, but nobody can see it" + why, "a visible element", "hidden" + why));
    }

    private static Optional<ElementTrouble> covered(RequiredElement required, ElementSighting seen) {
        boolean isWanted = required.visible() && required.count().orElse(1) > 0;
        return seen.cover()
                .filter(cover -> isWanted && !cover.isClosable())
                .map(cover -> new ElementTrouble(
                        COVERED,
                        "is there, but " + over(cover),
                        "an element that visitors can get at",
                        "covered" + text(cover)));
    }

    /** What lies over an element, as the end of a sentence. */
    static String over(Cover cover) {
        String by = Format.line(cover.by());
        return cover.isOpaque() ? by + " covers it" : by + " lies over it and takes every click";
    }

    private static String text(Cover cover) {
        return cover.text().isBlank() ? "" : " by \"" + Format.line(cover.text()) + "\"";
    }

    private static Optional<ElementTrouble> miscounted(RequiredElement required, ElementSighting seen) {
        int actual = required.visible() ? seen.visible() : seen.matches();
        if (required.count().isEmpty() || required.count().getAsInt() == actual) {
            return Optional.empty();
        }
        int expected = required.count().getAsInt();
        return Optional.of(new ElementTrouble(
                MISCOUNTED,
                "is there " + actual + " times, not " + expected,
                String.valueOf(expected),
                String.valueOf(actual)));
    }

    private static Optional<ElementTrouble> wrongText(RequiredElement required, ElementSighting seen) {
        boolean isRight = required.text()
                .filter(text -> seen.texts().stream().noneMatch(text::isIn))
                .isEmpty();
        if (isRight || seen.matches() == 0) {
            return Optional.empty();
        }
        String texts = seen.texts().stream().map(Format::line).collect(Collectors.joining("\", \"", "\"", "\""));
        return Optional.of(new ElementTrouble(
                WRONG_TEXT,
                "has another text than it should",
                "a text with " + required.text().get(),
                texts));
    }
}
