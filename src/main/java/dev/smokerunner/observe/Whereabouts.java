package dev.smokerunner.observe;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where else a missing script or style may lie: a folder too deep or too high, as a wrong base path leads to.
 *
 * <p>A few places for a few files: it is asked for a hint, and every question costs the site a request.
 */
final class Whereabouts {
    private static final int MOST_FILES = 3;
    private static final int MOST_PLACES = 2;
    private static final Set<Role> WORTH_IT = Set.of(Role.SCRIPT, Role.MODULE, Role.STYLE);
    /** Not found, gone, and what buckets say instead. */
    private static final Set<Integer> MISSING = Set.of(403, 404, 410);

    private Whereabouts() {}

    /** The places of the first missing files, as references that nothing makes but the suspicion. */
    static Set<URI> of(URI page, List<Reference> references, Map<URI, HttpAnswer> answers) {
        Set<URI> missing = new LinkedHashSet<>();
        for (Reference reference : references) {
            if (missing.size() < MOST_FILES && WORTH_IT.contains(reference.role()) && reference.firstParty()) {
                reference
                        .url()
                        .filter(url -> isMissing(answers, url) && isOnSiteOf(page, url))
                        .ifPresent(missing::add);
            }
        }
        Set<URI> places = new LinkedHashSet<>();
        missing.forEach(url -> places.addAll(places(page, url)));
        places.removeAll(answers.keySet());
        return places;
    }

    private static boolean isMissing(Map<URI, HttpAnswer> answers, URI url) {
        HttpAnswer answer = answers.get(url);
        return answer != null
                && answer.response()
                        .map(HttpResponse::status)
                        .filter(MISSING::contains)
                        .isPresent();
    }

    private static boolean isOnSiteOf(URI page, URI url) {
        return String.valueOf(page.getRawAuthority()).equals(url.getRawAuthority());
    }

    private static Set<URI> places(URI page, URI missing) {
        String folder = page.resolve(".").getRawPath();
        String path = String.valueOf(missing.getRawPath());
        boolean isBelowPage = path.startsWith(folder);
        String rest = isBelowPage ? path.substring(folder.length()) : path.substring(1);
        Set<String> paths = new LinkedHashSet<>();
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
}
