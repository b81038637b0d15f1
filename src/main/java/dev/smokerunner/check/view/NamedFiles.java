package dev.smokerunner.check.view;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Follows who names whom in a package, from its pages on: two scripts that name only each other are loaded by nobody. */
public final class NamedFiles {
    /** What asks for data, and for no file. */
    private static final Set<BrowserRequest.Kind> CALLS =
            EnumSet.of(BrowserRequest.Kind.CALL, BrowserRequest.Kind.BEACON);

    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "shtml", "php");

    private final Map<String, List<String>> names = new HashMap<>();
    private final List<PackagedFile> files;
    private final Set<String> asked;
    private final Set<String> fromPages;
    private final Set<String> fromAnything;

    /** Reads who names whom in the package from which a page is served. */
    NamedFiles(PageObservation page) {
        files = page.contents().value().map(PackageContents::files).orElse(List.of());
        asked = askedFor(page);
        for (PackagedFile file : files) {
            file.namedBy().forEach(namer -> names.computeIfAbsent(namer, key -> new ArrayList<>())
                    .add(file.key()));
        }
        fromPages = reached(key -> isPage(key) || asked.contains(key));
        // A list of all files, such as a build's manifest, names them but need not load them.
        fromAnything = reached(key -> !isCode(FileName.of(key)) || asked.contains(key));
    }

    public static boolean isPage(String key) {
        return PAGES.contains(FileName.of(key).extension());
    }

    /** Whether a page names it, or something that a page names. */
    public boolean isNamedFromPages(PackagedFile file) {
        return fromPages.contains(file.key());
    }

    /** Whether a page or a list of files names it, or something that they name. */
    public boolean isNamed(PackagedFile file) {
        return fromAnything.contains(file.key());
    }

    /** Whether the browser asked the site for it. */
    public boolean wasAskedFor(PackagedFile file) {
        return asked.contains(file.key());
    }

    /** These files, and those that they name, and so on. */
    public Set<String> from(Set<String> keys) {
        return reached(keys::contains);
    }

    private static boolean isCode(FileName name) {
        return name.isScript() || name.isStyle();
    }

    private Set<String> reached(Predicate<String> isStart) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        files.stream().map(PackagedFile::key).filter(isStart).forEach(next::add);
        while (!next.isEmpty()) {
            String key = next.remove();
            if (reached.add(key)) {
                next.addAll(names.getOrDefault(key, List.of()));
            }
        }
        return reached;
    }

    /** The keys of the files that the browser asked the site for. */
    private static Set<String> askedFor(PageObservation page) {
        Set<String> keys = new HashSet<>();
        for (BrowserRequest request : Requests.of(page)) {
            if (request.firstParty() && !CALLS.contains(request.kind())) {
                key(request.url()).ifPresent(keys::add);
            }
        }
        return keys;
    }

    private static Optional<String> key(URI url) {
        return Optional.ofNullable(url.getPath())
                .filter(path -> path.length() > 1)
                .map(path -> path.substring(1));
    }
}
