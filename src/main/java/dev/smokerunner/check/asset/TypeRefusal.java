package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What browsers do with assets that are not called what they are. */
final class TypeRefusal {
    /** What browsers look into before they believe it; but they never find SVG there. */
    private static final Set<String> NOT_SVG =
            Set.of("text/plain", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml");

    private final PageObservation page;
    private final boolean isStandardsMode;
    private final List<Said> said;

    TypeRefusal(PageObservation page) {
        this.page = page;
        this.isStandardsMode = page.html()
                .value()
                .map(html -> MediaTypes.isStandardsMode(html.source()))
                .orElse(true);
        this.said = Errors.of(page).stream()
                .flatMap(message -> message.facts(RefusedType.class).map(fact -> new Said(fact, message)))
                .toList();
    }

    /** A message that says so. */
    private record Said(RefusedType fact, BrowserMessage message) {}

    /**
     * That browsers do not use an asset for its type.
     *
     * @param why a sentence
     * @param actual the type, as the browser got it
     */
    record Wrong(String why, String actual) {}

    /** Why browsers do not use an asset for its type; empty where they do. */
    Optional<Wrong> of(ServedAsset served) {
        String noun = served.asset().noun();
        if (isRefusedWasm(served)) {
            return Optional.of(new Wrong(
                    "WebAssembly takes nothing that is sent " + called(served, served.type()) + " while it streams in",
                    served.called()));
        }
        boolean isRefused = isUsedFor(served, Need.JAVASCRIPT_TYPE) && !MediaTypes.isJavaScript(served.type())
                || switch (served.asset().role()) {
                    case SCRIPT -> isNoScript(served);
                    case MODULE -> !isModuleType(served);
                    case WORKER ->
                        isNoScript(served)
                                || isWorkerWithout(served)
                                        && page.browser().value().isEmpty();
                    case STYLE -> !isStyleType(served);
                    case IMAGE, ICON -> isUnknownSvg(served);
                    case FONT, JSON, SOURCE_MAP, MANIFEST, DOCUMENT, OTHER -> false;
                };
        Optional<String> type = isRefused ? Optional.of(served.type()) : asSaid(served);
        String verb =
                switch (served.asset().role()) {
                    case STYLE -> "apply a ";
                    case IMAGE, ICON -> "show an SVG ";
                    default -> "run a ";
                };
        return type.map(sent -> new Wrong(
                "browsers do not " + verb + noun + " that is sent " + called(served, sent), actual(served, sent)));
    }

    private static String actual(ServedAsset served, String type) {
        return type.equals(served.type()) ? served.called() : type + " once, " + served.called() + " at another time";
    }

    /** The type that the browser says it refused; absent where it refused nothing, or says so of a type that it takes. */
    private Optional<String> asSaid(ServedAsset served) {
        boolean isAsExpected = isExpected(served.asset().role(), served.type());
        return about(served.asset().url())
                .map(Said::fact)
                .filter(refused -> !isAsExpected || !refused.type().isEmpty())
                .map(refused -> isAsExpected ? refused.type() : served.type())
                .filter(type -> !isExpected(served.asset().role(), type))
                .findFirst();
    }

    private static boolean isExpected(Role role, String type) {
        return switch (role) {
            case STYLE -> type.equals("text/css");
            case IMAGE, ICON -> type.equals("image/svg+xml");
            default -> MediaTypes.isJavaScript(type);
        };
    }

    private Stream<Said> about(URI url) {
        return said.stream().filter(one -> one.fact().isAbout(url, one.message()));
    }

    private static boolean isUsedFor(ServedAsset served, Need need) {
        return served.asset().references().stream()
                .anyMatch(reference -> reference.demands().needs().contains(need));
    }

    /** Unlike with scripts, not even a parameter is allowed behind the type. */
    static boolean isRefusedWasm(ServedAsset served) {
        return isUsedFor(served, Need.WASM_TYPE)
                && !served.headers().first("content-type").orElse("").strip().equalsIgnoreCase("application/wasm");
    }

    /** What the browser said when it refused an asset for its type. */
    List<BrowserMessage> said(URI url) {
        return about(url).map(Said::message).toList();
    }

    /** Whether a module imports it as JSON, so that nothing of the module runs. */
    boolean isOfModule(ServedAsset served) {
        return served.asset().role() == Role.JSON && !said(served.asset().url()).isEmpty();
    }

    private static String called(ServedAsset served, String type) {
        return (type.isEmpty() ? "without a content type" : "as " + type) + (served.nosniff() ? " with nosniff" : "");
    }

    private static boolean isNoScript(ServedAsset served) {
        return MediaTypes.isNeverAScript(served.type()) || served.nosniff() && !MediaTypes.isJavaScript(served.type());
    }

    /** Service workers need the right type; Chromium lets other workers pass, which is for its own visit to say. */
    private static boolean isWorkerWithout(ServedAsset served) {
        return !MediaTypes.isJavaScript(served.type());
    }

    private static boolean isModuleType(ServedAsset served) {
        String type = served.type();
        return MediaTypes.isJavaScript(type)
                || MediaTypes.isJson(type)
                || type.equals("application/wasm")
                // A module can import a style sheet by name.
                || type.equals("text/css") && served.asset().url().getPath().endsWith(".css");
    }

    private boolean isStyleType(ServedAsset served) {
        boolean isLax = !isStandardsMode && Origins.isSame(served.asset().url(), page.url());
        boolean mustBeNamed = served.nosniff() || !isLax && !served.type().isEmpty();
        return served.type().equals("text/css") || !mustBeNamed;
    }

    /** What refers to a part of another drawing takes any XML. */
    private static boolean isUnknownSvg(ServedAsset served) {
        return NOT_SVG.contains(served.type())
                && served.body().filter(MediaTypes::looksLikeSvg).isPresent()
                && served.asset()
                        .where()
                        .map(Location::excerpt)
                        .filter(excerpt -> excerpt.startsWith("<use"))
                        .isEmpty();
    }
}
