package dev.smokerunner.check.cause;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each style sheet of a page names: a sheet of whose addresses none is right has one fault, its place or its build. */
final class SheetAddresses {
    private final Map<URI, Set<String>> bySheet = new HashMap<>();

    SheetAddresses(PageObservation page) {
        page.references().stream()
                .filter(reference -> reference.origin() == Reference.Origin.CSS
                        && !reference.file().equals(page.url()))
                .forEach(reference -> reference.url().filter(Requests::isHttp).ifPresent(url -> bySheet.computeIfAbsent(
                                reference.file(), key -> new HashSet<>())
                        .add(url.toString())));
    }

    /** Whether they are all that one sheet names. */
    boolean areAllOfOne(Collection<String> urls) {
        Set<String> all = new HashSet<>(urls);
        return all.size() > 1 && bySheet.containsValue(all);
    }
}
