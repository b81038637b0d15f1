package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sheets of the own site that a style sheet imports behind its first rule, as joined files do: browsers ignore such an
 * import (CSS Cascading Level 5, section 2), and nothing else loads the sheet.
 *
 * <p>Whoever wrote it may never have missed it, so it is no worse than what is seen from outside and harms little.
 */
final class LateImports implements CssFlaw<List<String>> {
    private static final Kind LATE = Kind.cause("style-import-too-late");
    /** What may stand before an import. */
    private static final Set<String> BEFORE = Set.of("charset", "layer", "import");

    private final List<String> late = new ArrayList<>();
    private int depth;
    private boolean isStart = true;
    private boolean hasRule;
    private boolean isImport;

    @Override
    public void read(CssToken token) {
        if (token.kind() == CssToken.Kind.SPACE || token.kind() == CssToken.Kind.COMMENT) {
            return;
        }
        address(token);
        if (isStart && depth == 0) {
            begin(token);
        }
        depth += token.is('{') ? 1 : token.is('}') && depth > 0 ? -1 : 0;
        // A layer with a block is a rule, and one without a statement.
        hasRule |= token.is('{');
        isStart = token.is(';') || token.is('}');
        isImport &= !isStart;
    }

    private void address(CssToken token) {
        if (isImport && (token.kind() == CssToken.Kind.STRING || token.kind() == CssToken.Kind.URL)) {
            late.add(token.value());
            isImport = false;
        }
    }

    private void begin(CssToken token) {
        boolean isStatement = token.kind() == CssToken.Kind.AT_KEYWORD && BEFORE.contains(token.name());
        isImport = hasRule
                && token.kind() == CssToken.Kind.AT_KEYWORD
                && token.name().equals("import");
        hasRule |= !isStatement;
    }

    @Override
    public Optional<List<String>> found() {
        return late.isEmpty() ? Optional.empty() : Optional.of(late);
    }

    static Optional<Detection> of(String check, PageObservation page, ServedAsset served) {
        if (served.asset().role() != Role.STYLE) {
            return Optional.empty();
        }
        LateImports imports = new LateImports();
        served.body()
                .filter(body -> body.text().toLowerCase(Locale.ROOT).contains("@import"))
                .ifPresent(body -> CssFlaw.read(body.text(), imports));
        return imports.late.stream()
                .filter(address -> isLost(page, served, address))
                .findFirst()
                .map(address -> served.asset()
                        .badAnswer(check, LATE)
                        .message(
                                "",
                                served.asset().title(),
                                " imports " + Format.line(address, 100)
                                        + " behind its first rule, where browsers ignore it: the imported sheet is not loaded")
                        .trouble()
                        .expected("imports before all rules")
                        .actual("@import of " + Format.line(address, 100) + " behind a rule")
                        .hint(
                                "a step of the build joined files as they are: put imports first, or the imported rules in")
                        .reproduce(Reproduction.mentions(served.asset().url(), "@import"))
                        .build()
                        .withImpact(Severity.SEV3));
    }

    /** Whether it is of the own site, and nothing else of the page loads it. */
    private static boolean isLost(PageObservation page, ServedAsset served, String address) {
        URI sheet = served.asset().url();
        try {
            URI url = sheet.resolve(address.strip());
            return page.ownSite().has(url) && page.requestsFor(url).isEmpty();
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }
}
