package dev.smokerunner.check;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds assets that something else answers for, or that the browser refuses for their content type. */
record AssetTypeCheck() implements Check {
    private static final Set<Role> NEVER_HTML = EnumSet.of(
            Role.SCRIPT,
            Role.MODULE,
            Role.WORKER,
            Role.STYLE,
            Role.FONT,
            Role.IMAGE,
            Role.ICON,
            Role.JSON,
            Role.MANIFEST,
            Role.SOURCE_MAP);

    @Override
    public String name() {
        return "asset-type";
    }

    @Override
    public CheckResult judge(PageObservation page, Expectations expected) {
        boolean isStandardsMode = page.html()
                .value()
                .map(HtmlDocument::source)
                .map(MediaTypes::isStandardsMode)
                .orElse(true);
        List<Finding> findings = new ArrayList<>();
        int subjects = 0;
        for (Asset asset : Assets.of(page)) {
            Optional<ServedAsset> served = ServedAsset.of(asset);
            subjects += served.isPresent() ? 1 : 0;
            served.flatMap(one -> trouble(one, isStandardsMode)).ifPresent(findings::add);
        }
        return subjects == 0
                ? CheckResult.skipped(name(), "no asset of the page's own site was answered")
                : CheckResult.judged(name(), subjects, findings);
    }

    private Optional<Finding> trouble(ServedAsset served, boolean isStandardsMode) {
        if (isHtmlInstead(served)) {
            return Optional.of(htmlInstead(served));
        }
        return refusal(served, isStandardsMode).map(why -> finding(served)
                .message(served.asset().title() + " has the wrong content type: " + why)
                .expected(expectedType(served.asset().role()))
                .hint("set the content type of the object: an upload that does not name it gets a guess")
                .build());
    }

    private Finding htmlInstead(ServedAsset served) {
        String noun = served.asset().noun();
        FindingBuilder finding = finding(served)
                .message("an HTML page answers instead of the " + noun + " "
                        + served.asset().url() + ": the file is missing and the server falls back to a page")
                .expected("a " + noun)
                .hint("upload the file, or correct its name in the page; let the server answer 404 for missing assets")
                .reproduce(Curl.start(served.asset().url()));
        served.redirects().stream()
                .map(hop -> hop.status() + " " + hop.from() + " -> " + hop.to())
                .forEach(hop -> finding.evidence(List.of(hop)));
        return finding.build();
    }

    private FindingBuilder finding(ServedAsset served) {
        String type = served.type().isEmpty() ? "no content type" : served.type();
        String nosniff = served.nosniff() ? ", nosniff" : "";
        return served.asset().finding(name()).actual(served.status() + " " + type + nosniff);
    }

    private static boolean isHtmlInstead(ServedAsset served) {
        if (!NEVER_HTML.contains(served.asset().role())) {
            return false;
        }
        Optional<Body> body = served.body().filter(b -> b.length() > 0);
        return body.map(MediaTypes::looksLikeHtml).orElse(false)
                // A script or style sheet that is only called HTML is judged by what browsers do with such a type.
                || MediaTypes.isHtml(served.type())
                        && body.map(b -> startsWithTag(b)).orElse(served.body().isEmpty());
    }

    private static boolean startsWithTag(Body body) {
        return body.text().stripLeading().startsWith("<");
    }

    private static Optional<String> refusal(ServedAsset served, boolean isStandardsMode) {
        String type = served.type();
        String called = type.isEmpty() ? "without a content type" : "as " + type;
        return switch (served.asset().role()) {
            case SCRIPT ->
                MediaTypes.isNeverAScript(type) || served.nosniff() && !MediaTypes.isJavaScript(type)
                        ? Optional.of("browsers do not run a script that is sent " + called
                                + (served.nosniff() ? " with nosniff" : ""))
                        : Optional.empty();
            case MODULE, WORKER ->
                isModuleType(served)
                        ? Optional.empty()
                        : Optional.of("browsers do not run a " + served.asset().noun() + " that is sent " + called);
            case STYLE ->
                isStyleType(served, isStandardsMode)
                        ? Optional.empty()
                        : Optional.of("browsers do not apply a style sheet that is sent " + called);
            case IMAGE, ICON, FONT, JSON, SOURCE_MAP, MANIFEST, DOCUMENT, OTHER -> Optional.empty();
        };
    }

    private static boolean isModuleType(ServedAsset served) {
        String type = served.type();
        return MediaTypes.isJavaScript(type)
                || MediaTypes.isJson(type)
                || type.equals("application/wasm")
                // A module can import a style sheet by name.
                || type.equals("text/css") && served.asset().url().getPath().endsWith(".css");
    }

    private static boolean isStyleType(ServedAsset served, boolean isStandardsMode) {
        boolean mustBeNamed =
                served.nosniff() || isStandardsMode && !served.type().isEmpty();
        return served.type().equals("text/css") || !mustBeNamed;
    }

    private static String expectedType(Role role) {
        return role == Role.STYLE ? "text/css" : "text/javascript";
    }
}
