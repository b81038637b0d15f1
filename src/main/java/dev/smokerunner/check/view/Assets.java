package dev.smokerunner.check.view;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what a page needs from its own site: what its files name, and what the browser asked for. */
final class Assets {
    private static final Set<Kind> NOT_ASSETS = EnumSet.of(Kind.DOCUMENT, Kind.CALL, Kind.BEACON, Kind.STREAM);
    private static final Pattern ONLY_A_HINT = Pattern.compile("\\b(prefetch|prerender|preconnect|dns-prefetch)\\b");

    /**
     * What platforms put in to count visits, and pages do without: Vercel's Web Analytics and Speed Insights, Netlify's Real User
     * Metrics, and Cloudflare's own paths, as their documentation names them. Cloudflare's Rocket Loader is none of these: all
     * scripts wait for it.
     */
    private static final Pattern STATISTICS = Pattern.compile(
            "^/(?:_vercel/(?:insights|speed-insights)/|\\.netlify/scripts/rum|cdn-cgi/(?!.*rocket-loader))");

    /** What shows the mail addresses that Cloudflare hid ("Email Address Obfuscation"): all of them wait for it. */
    private static final Pattern MAIL_READER = Pattern.compile("^/cdn-cgi/.*/email-decode(\\.min)?\\.js$");

    private final PageObservation page;
    private final Map<URI, List<Reference>> named = new LinkedHashMap<>();
    private final Map<URI, List<BrowserRequest>> requested = new LinkedHashMap<>();

    private Assets(PageObservation page) {
        this.page = page;
        for (Reference reference : page.references()) {
            if (reference.firstParty()
                    && !reference.isOnlyStated()
                    && reference.url().filter(Requests::isHttp).isPresent()) {
                URI url = withoutFragment(reference.url().get());
                named.computeIfAbsent(url, key -> new ArrayList<>()).add(reference);
            }
        }
        for (BrowserRequest request : Requests.of(page)) {
            if (request.firstParty() && Requests.isHttp(request.url())) {
                URI url = withoutFragment(request.url());
                requested.computeIfAbsent(url, key -> new ArrayList<>()).add(request);
            }
        }
    }

    /** The assets in the order in which they are named, then asked for. */
    static List<Asset> of(PageObservation page) {
        Assets assets = new Assets(page);
        Set<URI> urls = new LinkedHashSet<>(assets.named.keySet());
        urls.addAll(assets.requested.keySet());
        urls.removeAll(assets.documents());
        return urls.stream().filter(assets::isAsset).map(assets::asset).toList();
    }

    /** The page under each of its names: an empty {@code src} resolves to it, which {@code script-tag} says better. */
    private Set<URI> documents() {
        Set<URI> urls = new HashSet<>(Set.of(withoutFragment(page.url())));
        page.html().value().ifPresent(html -> urls.add(withoutFragment(html.url())));
        return urls;
    }

    private boolean isAsset(URI url) {
        boolean isWritten = references(url).stream().anyMatch(r -> r.origin() != Reference.Origin.BROWSER);
        if (isWritten) {
            return true;
        }
        boolean isImplicitIcon = "/favicon.ico".equals(url.getPath());
        List<BrowserRequest> requests = requests(url);
        return !isImplicitIcon && (requests.isEmpty() || requests.stream().anyMatch(Assets::isForFile));
    }

    /** Whether it asks for a file: what a browser posts by itself, such as a report to a policy's address, asks for none. */
    private static boolean isForFile(BrowserRequest request) {
        return request.method().equals("GET") && !NOT_ASSETS.contains(request.kind());
    }

    private Asset asset(URI url) {
        List<Reference> references = references(url);
        // What is needed most says what it is for.
        Optional<Reference> main = references.stream().min(Comparator.comparing(this::impact));
        Role role = main.map(Reference::role)
                .orElseGet(() -> role(requests(url).get(0).kind()));
        Severity impact = main.map(this::impact).orElseGet(() -> impact(role));
        return new Asset(page, url, role, impact, references, page.asset(url), requests(url));
    }

    private List<Reference> references(URI url) {
        return named.getOrDefault(url, List.of());
    }

    private List<BrowserRequest> requests(URI url) {
        return requested.getOrDefault(url, List.of());
    }

    private Severity impact(Reference reference) {
        Optional<HtmlElement> element = Locations.element(page, reference);
        boolean isOptional =
                element.filter(e -> e.inert() || isHint(e) || isNotLoaded(e) || isUnusedEntry(e, reference))
                                .isPresent()
                        || isAt(reference, STATISTICS);
        if (isOptional) {
            return isMailReader(reference) ? Severity.SEV3 : Severity.SEV4;
        }
        boolean isAllLost = reference
                .demands()
                .digest()
                .filter(stated -> stated.keeper().isStrict())
                .isPresent();
        boolean leadsAway = reference.role() == Role.DOCUMENT
                && element.filter(e -> e.name().equals("meta")).isPresent();
        return leadsAway || isAllLost ? Severity.SEV2 : impact(reference.role());
    }

    /** Whether only an import map names it, and nothing has asked for it: what a module imports is named by that as well. */
    private boolean isUnusedEntry(HtmlElement element, Reference reference) {
        return Scripts.isImportMap(element)
                && reference
                        .url()
                        .map(Assets::withoutFragment)
                        .map(this::requests)
                        .orElse(List.of())
                        .isEmpty();
    }

    private static boolean isAt(Reference reference, Pattern path) {
        return reference
                .url()
                .filter(url -> path.matcher(String.valueOf(url.getPath())).find())
                .isPresent();
    }

    /** Whether it shows what nobody can read before, and such a mail address is on the page. */
    private boolean isMailReader(Reference reference) {
        return isAt(reference, MAIL_READER)
                && page.html().value().stream()
                        .flatMap(html -> html.elements().stream())
                        .anyMatch(element -> element.attribute("data-cfemail").isPresent());
    }

    /** Whether browsers do not use it by themselves: a style to choose, a block of data with an address. */
    private static boolean isNotLoaded(HtmlElement element) {
        return switch (element.name()) {
            case "link" -> Scripts.relations(element).containsAll(List.of("alternate", "stylesheet"));
            case "script" ->
                !Scripts.isCode(element)
                        && !Scripts.isImportMap(element)
                        && element.attribute("src").isPresent();
            default -> false;
        };
    }

    private static boolean isHint(HtmlElement element) {
        return element.name().equals("link")
                && ONLY_A_HINT.matcher(element.attribute("rel").orElse("")).find();
    }

    private static Severity impact(Role role) {
        return switch (role) {
            case SCRIPT, MODULE, STYLE -> Severity.SEV2;
            case IMAGE, FONT, JSON, WORKER, MANIFEST, DOCUMENT, OTHER -> Severity.SEV3;
            case ICON, SOURCE_MAP -> Severity.SEV4;
        };
    }

    private static Role role(Kind kind) {
        return switch (kind) {
            case SCRIPT -> Role.SCRIPT;
            case STYLE -> Role.STYLE;
            case IMAGE -> Role.IMAGE;
            case FONT -> Role.FONT;
            case MANIFEST -> Role.MANIFEST;
            case FRAME, DOCUMENT -> Role.DOCUMENT;
            case CALL, BEACON, STREAM, OTHER -> Role.OTHER;
        };
    }

    private static URI withoutFragment(URI url) {
        String text = url.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? url : URI.create(text.substring(0, hash));
    }
}
