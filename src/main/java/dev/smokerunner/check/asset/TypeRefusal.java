package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What browsers do with assets that are not called what they are. */
final class TypeRefusal {
    private static final Pattern BY_BROWSER = Pattern.compile("Refused to (execute|apply)|Failed to load module script"
            + "|unsupported MIME type|non-JavaScript MIME type");
    /** What browsers look into before they believe it; but they never find SVG there. */
    private static final Set<String> NOT_SVG =
            Set.of("text/plain", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml");

    private final PageObservation page;
    private final boolean isStandardsMode;

    TypeRefusal(PageObservation page) {
        this.page = page;
        this.isStandardsMode = page.html()
                .value()
                .map(html -> MediaTypes.isStandardsMode(html.source()))
                .orElse(true);
    }

    /** Why browsers do not use an asset for its type; empty where they do. */
    Optional<String> of(ServedAsset served) {
        String called = called(served);
        String noun = served.asset().noun();
        boolean isRefused =
                switch (served.asset().role()) {
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
        if (!isRefused && said(served.asset().url()).isEmpty()) {
            return Optional.empty();
        }
        String verb =
                switch (served.asset().role()) {
                    case STYLE -> "apply a ";
                    case IMAGE, ICON -> "show an SVG ";
                    default -> "run a ";
                };
        return Optional.of("browsers do not " + verb + noun + " that is sent " + called);
    }

    /** What the browser said when it refused an asset for its type. */
    List<BrowserMessage> said(URI url) {
        return Errors.of(page).stream()
                .filter(message -> message.level() == Level.ERROR && message.source() != Source.NETWORK)
                .filter(message -> message.text().contains("MIME")
                        && BY_BROWSER.matcher(message.text()).find())
                .filter(message -> message.text().contains("'" + url + "'")
                        || message.url().filter(url.toString()::equals).isPresent())
                .toList();
    }

    static String called(ServedAsset served) {
        return (served.type().isEmpty() ? "without a content type" : "as " + served.type())
                + (served.nosniff() ? " with nosniff" : "");
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
