package dev.smokerunner.observe;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where else a missing script or style may lie: where the page's base does not lead, a folder too deep or too high, as a wrong
 * base path leads to, beside the script that asks for it, or under the same name with its plus signs encoded.
 *
 * <p>A few places for a few files: it is asked for a hint, and every question costs the site a request.
 */
final class Whereabouts {
    private static final int MOST_FILES = 3;
    private static final int MOST_PLACES = 3;
    private static final Set<Role> WORTH_IT = Set.of(Role.SCRIPT, Role.MODULE, Role.STYLE);
    private static final Pattern LINE_NUMBER = Pattern.compile(":\\d+$");
    /** Not found, gone, and what buckets say instead. */
    private static final Set<Integer> MISSING = Set.of(403, 404, 410);

    private Whereabouts() {}

    /** The places of the first missing files, as references that nothing makes but the suspicion. */
    static Set<URI> of(URI page, List<Reference> references, Map<URI, HttpAnswer> answers) {
        Map<URI, Reference> missing = new LinkedHashMap<>();
        for (Reference reference : references) {
            if (missing.size() < MOST_FILES && isWorthIt(reference) && reference.firstParty()) {
                reference
                        .url()
                        .filter(url -> isMissing(answers, url) && isOnSiteOf(page, url))
                        .ifPresent(url -> missing.putIfAbsent(url, reference));
            }
        }
        Set<URI> places = new LinkedHashSet<>();
        missing.forEach((url, reference) -> {
            withoutBase(page, reference).filter(place -> !place.equals(url)).ifPresent(places::add);
            places.addAll(places(page, url, asker(reference)));
        });
        places.removeAll(answers.keySet());
        return places;
    }

    /** The places of the first files of data that the page's scripts called for in vain. */
    static Set<URI> ofData(URI page, List<BrowserRequest> requests) {
        Set<URI> places = new LinkedHashSet<>();
        requests.stream()
                .filter(request -> request.kind() == BrowserRequest.Kind.CALL && request.firstParty())
                .filter(request -> request.method().equals("GET"))
                .filter(request -> request.status().stream().anyMatch(MISSING::contains))
                .filter(request -> isOnSiteOf(page, request.url()))
                .filter(request -> !FileName.of(String.valueOf(request.url().getRawPath()))
                        .extension()
                        .isEmpty())
                .limit(MOST_FILES)
                .forEach(request -> places.addAll(
                        places(page, request.url(), request.initiator().flatMap(Whereabouts::script))));
        return places;
    }

    private static boolean isWorthIt(Reference reference) {
        return WORTH_IT.contains(reference.role())
                || reference.url().filter(Whereabouts::hasPlus).isPresent();
    }

    private static boolean hasPlus(URI url) {
        return String.valueOf(url.getRawPath()).indexOf('+') >= 0;
    }

    private static boolean isMissing(Map<URI, HttpAnswer> answers, URI url) {
        HttpAnswer answer = answers.get(url);
        return answer != null
                && answer.response()
                        .filter(response -> MISSING.contains(response.status())
                                // What a page answers for may be there as well, where the name is what is wrong.
                                || hasPlus(url)
                                        && response.headers().mediaType().equals("text/html"))
                        .isPresent();
    }

    private static boolean isOnSiteOf(URI page, URI url) {
        return String.valueOf(page.getRawAuthority()).equals(url.getRawAuthority());
    }

    /** Where the page's relative reference leads without a base that the page names. */
    private static Optional<URI> withoutBase(URI page, Reference reference) {
        return reference.origin() == Reference.Origin.HTML
                ? UrlResolver.resolve(page, reference.raw()).filter(place -> isOnSiteOf(page, place))
                : Optional.empty();
    }

    private static Set<URI> places(URI page, URI missing, Optional<URI> asker) {
        String folder = page.resolve(".").getRawPath();
        String path = String.valueOf(missing.getRawPath());
        boolean isBelowPage = path.startsWith(folder);
        String rest = isBelowPage ? path.substring(folder.length()) : path.substring(1);
        Set<String> paths = new LinkedHashSet<>();
        if (hasPlus(missing)) {
            // Stores that read a form's blank in it have the file under its name, which is then asked for like this.
            paths.add(path.replace("+", "%2B"));
        }
        asker.filter(script -> isOnSiteOf(page, script))
                .ifPresent(script ->
                        paths.add(script.resolve(".").getRawPath() + path.substring(path.lastIndexOf('/') + 1)));
        if (!isBelowPage) {
            // Absolute where it should be relative: the site lies deeper than its build believes.
            paths.add(folder + rest);
        }
        if (rest.indexOf('/') >= 0) {
            paths.add((isBelowPage ? folder : "/") + rest.substring(rest.indexOf('/') + 1));
        }
        if (isBelowPage) {
            paths.add("/" + rest);
        }
        paths.remove(path);
        Set<URI> places = new LinkedHashSet<>();
        paths.stream().limit(MOST_PLACES).map(missing::resolve).forEach(places::add);
        return places;
    }

    /** The script that asks for it: built for another place than it is served from, it asks there for what is beside it. */
    private static Optional<URI> asker(Reference reference) {
        return switch (reference.origin()) {
            case SCRIPT -> Optional.of(reference.file());
            case BROWSER -> script(reference.excerpt());
            case HTML, CSS, TABLE -> Optional.empty();
        };
    }

    /** The script of a place in it. */
    private static Optional<URI> script(String place) {
        String text = LINE_NUMBER.matcher(place).replaceFirst("");
        try {
            return Optional.of(new URI(text)).filter(url -> url.getRawAuthority() != null && url.getRawPath() != null);
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }
}
