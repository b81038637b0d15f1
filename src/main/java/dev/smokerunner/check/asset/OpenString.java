package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.detection.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds a string or an address of a style sheet that is never closed, so that rules are a part of it.
 *
 * <p>A string ends with its line, and an address only at a bracket (CSS Syntax Level 3, sections 4.3.5 and 4.3.6): in a sheet
 * of one line either takes all that follows, up to the next quote or bracket. What takes no rule harms one declaration only.
 */
final class OpenString implements CssFlaw<BodyDamage> {
    private static final Kind OPEN = Kind.cause("body-string-open");

    private static final int SHOWN = 60;

    private final String css;
    private boolean isOpen;
    private int rules;
    private Optional<CssToken> first = Optional.empty();

    OpenString(String css) {
        this.css = css;
    }

    /** Behind the open string, what stands between two others is taken as well: all count, once one is not closed. */
    @Override
    public void read(CssToken token) {
        int inside = rulesIn(token);
        first = inside > 0 && first.isEmpty() ? Optional.of(token) : first;
        rules += inside;
        isOpen |= isOpen(token);
    }

    /** The string that takes rules of the sheet, if one does. */
    @Override
    public Optional<BodyDamage> found() {
        return first.filter(string -> isOpen).map(this::damage);
    }

    private static boolean isOpen(CssToken token) {
        return switch (token.kind()) {
            case BAD_STRING, BAD_URL -> true;
            case STRING, URL -> token.isCut();
            default -> false;
        };
    }

    /** Addresses that hold their own bytes may hold the rules of a drawing. */
    private static int rulesIn(CssToken token) {
        return switch (token.kind()) {
            case STRING, BAD_STRING -> rulesIn(token.value());
            case URL, BAD_URL -> rulesIn(token.address());
            default -> 0;
        };
    }

    private static int rulesIn(String text) {
        boolean isData = text.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)[\"']?data:.*");
        int end = text.indexOf('}');
        return isData || end < 0
                ? 0
                : (int) text.chars().skip(end).filter(sign -> sign == '{').count();
    }

    private BodyDamage damage(CssToken string) {
        String start = Format.line(string.text(), SHOWN);
        long line = css.substring(0, string.start()).lines().count();
        return new BodyDamage(
                OPEN,
                "one that ends in a string: " + start + " in line " + Math.max(1, line) + " is never closed, and "
                        + (rules == 1 ? "the rule behind it is" : "the " + rules + " rules behind it are") + " lost",
                "a closing sign for each quote and each url(",
                "none for " + start,
                "a quote is missing in the source, or a step of the build took it out");
    }
}
