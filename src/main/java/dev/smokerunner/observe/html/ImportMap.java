package dev.smokerunner.observe.html;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The import maps of a page: under which addresses its modules are. */
public final class ImportMap {
    /** The map of a page without one. */
    public static final ImportMap NONE = new ImportMap(Map.of(), Map.of());

    private static final Pattern ADDRESS = Pattern.compile("(?s)(/|\\./|\\.\\./|[a-zA-Z][a-zA-Z0-9+.-]*:).*");
    /** Longer keys are more exact and go first. */
    private static final Comparator<String> LONGEST_FIRST = Comparator.<String>reverseOrder();

    private final Map<String, Optional<String>> imports;
    private final Map<String, Map<String, Optional<String>>> scopes;

    private ImportMap(Map<String, Optional<String>> imports, Map<String, Map<String, Optional<String>>> scopes) {
        this.imports = imports;
        this.scopes = scopes;
    }

    /** All maps of a page as one: where two name the same module, browsers keep the first. */
    public static ImportMap of(HtmlDocument document) {
        ImportMap all = new ImportMap(new TreeMap<>(LONGEST_FIRST), new TreeMap<>(LONGEST_FIRST));
        document.scripts().stream()
                .filter(script -> !script.inert() && isImportMap(script))
                .forEach(script -> all.read(parse(script.text()), document.base()));
        return all;
    }

    static boolean isImportMap(HtmlElement script) {
        return script.attribute("type")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals("importmap");
    }

    private void read(JsonNode map, URI base) {
        readModules(map.path("imports"), base, imports);
        map.path("scopes").propertyStream().forEach(scope -> UrlResolver.resolve(base, scope.getKey())
                .ifPresent(prefix -> readModules(
                        scope.getValue(),
                        base,
                        scopes.computeIfAbsent(prefix.toString(), key -> new TreeMap<>(LONGEST_FIRST)))));
    }

    private static void readModules(JsonNode modules, URI base, Map<String, Optional<String>> into) {
        modules.propertyStream()
                .filter(module -> !module.getKey().isEmpty())
                .forEach(module -> into.putIfAbsent(
                        asUrl(module.getKey(), base).orElse(module.getKey()),
                        Optional.of(module.getValue())
                                .filter(JsonNode::isString)
                                .flatMap(address -> asUrl(address.stringValue(), base))
                                .filter(address -> !module.getKey().endsWith("/") || address.endsWith("/"))));
    }

    /**
     * The address of a module as a browser finds it; empty where it finds none, or none that is fetched.
     *
     * @param specifier what the import names
     * @param base the URL of the script that imports it
     */
    public Optional<URI> resolve(String specifier, URI base) {
        Optional<String> url = asUrl(specifier, base);
        String name = url.orElse(specifier);
        for (Map.Entry<String, Map<String, Optional<String>>> scope : scopes.entrySet()) {
            boolean isWithin = scope.getKey().equals(base.toString())
                    || scope.getKey().endsWith("/") && base.toString().startsWith(scope.getKey());
            Optional<Optional<String>> match = isWithin ? match(scope.getValue(), name) : Optional.empty();
            if (match.isPresent()) {
                return match.get().flatMap(UrlResolver::absolute);
            }
        }
        return match(imports, name).orElse(url).flatMap(UrlResolver::absolute);
    }

    /** What a map says; empty where it does not name the module, an empty address where it forbids it. */
    private static Optional<Optional<String>> match(Map<String, Optional<String>> modules, String name) {
        for (Map.Entry<String, Optional<String>> module : modules.entrySet()) {
            String key = module.getKey();
            if (key.equals(name)) {
                return Optional.of(module.getValue());
            }
            if (key.endsWith("/") && name.startsWith(key)) {
                return Optional.of(module.getValue().map(folder -> folder + name.substring(key.length())));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> asUrl(String text, URI base) {
        return ADDRESS.matcher(text).matches() ? UrlResolver.resolve(base, text).map(URI::toString) : Optional.empty();
    }

    /** The URLs of an import map's modules; none where it is no JSON. Folders and bare names are left out. */
    static List<String> urls(String text) {
        List<String> urls = new ArrayList<>();
        JsonNode map = parse(text);
        addUrls(map.path("imports"), urls);
        map.path("scopes").forEach(scope -> addUrls(scope, urls));
        return urls;
    }

    static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            // A broken map is the browser's to report; nothing is named by it.
            return JsonMapper.shared().missingNode();
        }
    }

    private static void addUrls(JsonNode modules, List<String> urls) {
        for (JsonNode value : modules) {
            String url = value.isString() ? value.stringValue() : "";
            if (ADDRESS.matcher(url).matches() && !url.endsWith("/")) {
                urls.add(url);
            }
        }
    }
}
