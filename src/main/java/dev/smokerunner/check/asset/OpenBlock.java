package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.detection.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a block of a style sheet that is never closed, so that the rules behind it apply only within it.
 *
 * <p>Browsers close what is open at the end, and people forget the very last brace, which harms nothing. What was not meant
 * to stand in a block shows: rules in a rule, what only belongs to a whole sheet, or most of a sheet only for printing.
 */
final class OpenBlock implements CssFlaw<BodyDamage> {
    private static final Kind OPEN = Kind.cause("body-block-open");

    /** What stands at the top of a sheet. */
    private static final Pattern OF_A_SHEET =
            Pattern.compile("@(media|font-face|import|page|layer)\\b.*|:root\\b.*|(html|body)\\b.*", Pattern.DOTALL);

    /** The at-rules whose blocks hold declarations and no rules: CSS Fonts 4, Counter Styles 3, Properties and Values 1. */
    private static final Pattern OF_DECLARATIONS =
            Pattern.compile("@(font-face|font-palette-values|counter-style|property)\\b.*", Pattern.DOTALL);

    /** What else rules stand in on purpose, those for a whole page too; only the first of them is sure to be meant. */
    private static final Pattern CONDITION = Pattern.compile("@(media|supports|container)\\b.*", Pattern.DOTALL);

    /** Of these, what conditions may hold as well. */
    private static final Pattern OF_CONDITIONS = Pattern.compile("@(media|layer)\\b.*", Pattern.DOTALL);

    private static final int MANY = 3;
    private static final int SHOWN = 80;

    private final Deque<Block> open = new ArrayDeque<>();
    private final StringBuilder statement = new StringBuilder();

    /**
     * A block.
     *
     * @param prelude what stands before its brace
     * @param inner the preludes of the blocks right in it
     */
    private record Block(String prelude, List<String> inner) {}

    @Override
    public void read(CssToken token) {
        if (token.is('{')) {
            String prelude = statement.toString().strip();
            if (!open.isEmpty()) {
                open.peek().inner().add(prelude);
            }
            open.push(new Block(prelude, new ArrayList<>()));
        } else if (token.is('}') && !open.isEmpty()) {
            open.pop();
        }
        if (token.is('{') || token.is('}') || token.is(';')) {
            statement.setLength(0);
        } else {
            statement.append(words(token));
        }
    }

    /** The block that takes the rest of the sheet, if one does. */
    @Override
    public Optional<BodyDamage> found() {
        return Optional.ofNullable(open.peekLast()).filter(OpenBlock::swallows).map(OpenBlock::damage);
    }

    /** What a token is in a prelude: what a comment or a string says is of no account. */
    private static String words(CssToken token) {
        return switch (token.kind()) {
            case COMMENT, STRING -> " ";
            default -> token.text();
        };
    }

    private static boolean swallows(Block block) {
        String prelude = block.prelude().toLowerCase(Locale.ROOT);
        boolean isRule = !prelude.startsWith("@");
        boolean isOnlyForPrint = prelude.matches("@media\\s+(only\\s+)?print\\b.*")
                && block.inner().size() >= MANY;
        boolean holdsASheet = CONDITION.matcher(prelude).matches()
                && block.inner().stream()
                        .skip(1)
                        .anyMatch(inner -> isOfASheet(prelude, inner.toLowerCase(Locale.ROOT)));
        boolean holdsRules = isRule && block.inner().stream().anyMatch(inner -> !inner.startsWith("&"));
        return holdsRules || isOnlyForPrint || holdsASheet || dropsRules(block);
    }

    /** Whether a rule belongs to a whole sheet, and not to a block. */
    private static boolean isOfASheet(String prelude, String inner) {
        return OF_A_SHEET.matcher(inner).matches()
                && (prelude.startsWith("@media")
                        || !OF_CONDITIONS.matcher(inner).matches());
    }

    /** Whether browsers drop the rules in it, since it can hold none. */
    private static boolean dropsRules(Block block) {
        return OF_DECLARATIONS.matcher(block.prelude().toLowerCase(Locale.ROOT)).matches()
                && !block.inner().isEmpty();
    }

    private static BodyDamage damage(Block block) {
        return new BodyDamage(
                OPEN,
                "short of a brace: the block of " + Format.line(block.prelude(), SHOWN) + " is never closed, and the "
                        + block.inner().size() + " rules behind it "
                        + (dropsRules(block) ? "are dropped" : "apply only within it"),
                "a } for each {",
                "no } for " + Format.line(block.prelude(), SHOWN),
                "a brace is missing in the source, or a file that was joined into this one is cut");
    }
}
