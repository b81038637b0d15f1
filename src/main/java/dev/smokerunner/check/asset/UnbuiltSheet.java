package dev.smokerunner.check.asset;

import dev.smokerunner.css.CssToken;
import dev.smokerunner.detection.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a style sheet that no build has gone through: it has at-rules that build tools replace and browsers drop.
 *
 * <p>One that is left within a rule of a whole sheet harms little, so there have to be some. What begins with two hyphens is
 * CSS of its own: the names of the draft CSS Functions and Mixins begin so.
 */
final class UnbuiltSheet implements CssFlaw<BodyDamage> {
    private static final Kind UNBUILT = Kind.cause("body-unbuilt");

    /**
     * What stands at the top of a source and stands for much of what is made of it: Tailwind CSS, "Functions and directives"
     * (3: tailwind; 4: theme, utility, custom-variant), and Sass, "At-rules" (use, forward, mixin, include).
     */
    private static final Set<String> OF_A_SOURCE =
            Set.of("tailwind", "theme", "utility", "custom-variant", "use", "forward", "mixin", "include");

    /** What stands in the rules of a source: by the same two. */
    private static final Set<String> OF_A_RULE = Set.of("apply", "include", "extend");

    private static final int MANY = 3;

    private Optional<CssToken> directive = Optional.empty();
    private Optional<String> first = Optional.empty();
    private int depth;
    private int within;
    private boolean isOfSource;

    @Override
    public void read(CssToken token) {
        if (token.kind() == CssToken.Kind.SPACE || token.kind() == CssToken.Kind.COMMENT) {
            return;
        }
        directive.filter(at -> !token.text().startsWith("--") && !token.is('(')).ifPresent(this::count);
        directive = Optional.of(token).filter(at -> at.kind() == CssToken.Kind.AT_KEYWORD);
        depth += token.is('{') ? 1 : token.is('}') && depth > 0 ? -1 : 0;
    }

    private void count(CssToken at) {
        String name = at.name();
        boolean isAtTop = depth == 0 && OF_A_SOURCE.contains(name);
        if (isAtTop || depth > 0 && OF_A_RULE.contains(name)) {
            isOfSource |= isAtTop;
            within += isAtTop ? 0 : 1;
            first = first.or(() -> Optional.of("@" + name));
        }
    }

    @Override
    public Optional<BodyDamage> found() {
        return first.filter(name -> isOfSource || within >= MANY)
                .map(name -> new BodyDamage(
                        UNBUILT,
                        "the source of a style sheet: browsers drop " + name + ", which a build replaces by rules",
                        "the style sheet that is built of it",
                        name + " in the file",
                        "upload what the build makes of it (Tailwind CSS, PostCSS, Sass), and name that in the page"));
    }
}
