package dev.smokerunner.check.release;

import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a page loads otherwise than in the release before; fingerprints in names do not count. */
final class ReleaseDiff {
    /** A tag that no browser can use says why. */
    private static final Kind NO_LONGER_LOADED =
            Kind.alone("release-no-longer-loaded").toldBy((one, other) -> other.subject() instanceof Subject.Tag);

    private static final Kind GONE = Kind.alone("release-loads-less");
    private static final Kind GREW_MUCH = Kind.alone("release-grew");
    private static final Kind NEW_HOST = Kind.alone("release-new-host");

    private static final Set<String> CODE = Set.of("script", "module", "style");
    private static final int MOST_EVIDENCE = 10;
    private static final double GREW = 1.5;
    /** Less is not worth a word, however small the file was. */
    private static final long GREW_BYTES = 10_000;

    private final PageObservation page;
    private final PreviousSighting previous;

    ReleaseDiff(PageObservation page, PreviousSighting previous) {
        this.page = page;
        this.previous = previous;
    }

    List<Detection> findings() {
        Optional<PageLoads> before = previous.pages().stream()
                .filter(loads -> isThisPage(loads.page()))
                .findFirst();
        if (before.isEmpty() || page.html().value().isEmpty()) {
            return List.of();
        }
        Map<String, Long> shipped = shipped();
        List<Detection> findings = new ArrayList<>(lost(before.get(), shipped));
        grown(before.get(), shipped).ifPresent(findings::add);
        newHosts(before.get()).ifPresent(findings::add);
        return findings;
    }

    private List<Detection> lost(PageLoads before, Map<String, Long> shipped) {
        Set<String> now = nowNames();
        List<LoadedAsset> lost = before.assets().stream()
                .filter(asset -> CODE.contains(asset.role()) && !now.contains(name(asset.url())))
                .toList();
        List<LoadedAsset> still = lost.stream()
                .filter(asset -> shipped.containsKey(name(asset.url())))
                .toList();
        List<LoadedAsset> gone =
                lost.stream().filter(asset -> !still.contains(asset)).toList();
        List<Detection> findings = new ArrayList<>();
        if (!still.isEmpty()) {
            findings.add(about(NO_LONGER_LOADED, still, Severity.SEV2)
                    .message("still shipped, no longer loaded: the page of the release before loads " + list(still)
                            + ", and this one neither loads nor names " + (still.size() == 1 ? "it" : "them"))
                    .expected("a page that loads what is shipped for it")
                    .hint("a build step probably damaged the tag: compare the script tags of the page in both releases")
                    .build());
        }
        if (!gone.isEmpty()) {
            findings.add(about(GONE, gone, Severity.SEV4)
                    .message("no longer loaded: the page of the release before loads " + list(gone))
                    .build());
        }
        return findings;
    }

    private Optional<Detection> grown(PageLoads before, Map<String, Long> shipped) {
        Map<String, Long> now = before.isComplete() ? loadedBytes() : shipped;
        List<LoadedAsset> grown = before.assets().stream()
                .filter(asset -> asset.bytes() > 0)
                .filter(asset -> now.getOrDefault(name(asset.url()), 0L) > asset.bytes() * GREW)
                .filter(asset -> now.getOrDefault(name(asset.url()), 0L) - asset.bytes() > GREW_BYTES)
                .toList();
        return grown.isEmpty()
                ? Optional.empty()
                : Optional.of(about(GREW_MUCH, grown, Severity.SEV4)
                        .message("grew by more than half: "
                                + grown.stream()
                                        .limit(MOST_EVIDENCE)
                                        .map(asset -> path(asset) + " from " + Format.bytes(asset.bytes()) + " to "
                                                + Format.bytes(now.getOrDefault(name(asset.url()), 0L)))
                                        .collect(Collectors.joining(", ")))
                        .build());
    }

    private Optional<Detection> newHosts(PageLoads before) {
        Set<String> known = before.assets().stream()
                .map(asset -> asset.url().getHost())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<BrowserRequest> fresh = requests()
                .filter(request -> before.isComplete() && !request.firstParty())
                .filter(request -> request.kind().isAsset())
                .filter(request -> request.url().getHost() != null
                        && !known.contains(request.url().getHost()))
                .toList();
        Set<String> hosts = fresh.stream()
                .map(request -> Format.line(request.url().getHost(), 100))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(Detection.on(
                                page.url(),
                                ReleaseCheck.NAME,
                                NEW_HOST,
                                Severity.SEV4,
                                fresh.get(0).url())
                        .message("loads from " + (hosts.size() == 1 ? "a host" : hosts.size() + " hosts")
                                + " that the release before did not load from: " + String.join(", ", hosts))
                        .evidence(fresh.stream()
                                .limit(MOST_EVIDENCE)
                                .map(request -> request.url().toString())
                                .toList())
                        .build());
    }

    private DetectionBuilder about(Kind kind, List<LoadedAsset> assets, Severity impact) {
        return Detection.on(
                        page.url(),
                        ReleaseCheck.NAME,
                        kind,
                        impact,
                        assets.get(0).url())
                .evidence(assets.stream()
                        .limit(MOST_EVIDENCE)
                        .map(asset -> "before: " + asset.role() + " "
                                + Format.line(asset.url().toString())
                                + (asset.bytes() > 0 ? ", " + Format.bytes(asset.bytes()) : ""))
                        .toList());
    }

    private Set<String> nowNames() {
        Stream<URI> named = page.references().stream()
                .filter(reference -> !isPutAway(reference))
                .map(Reference::url)
                .flatMap(Optional::stream);
        return Stream.concat(named, requests().map(BrowserRequest::url))
                .map(ReleaseDiff::name)
                .collect(Collectors.toSet());
    }

    /**
     * Whether it stands in a script tag of a type that no browser runs, and nothing is there to make it run: tools for consent
     * do, which are of other sites or name that type.
     */
    private boolean isPutAway(Reference reference) {
        Optional<String> type = Locations.element(page, reference)
                .filter(tag -> tag.name().equals("script") && !Scripts.isCode(tag))
                .map(Scripts::type);
        return type.isPresent()
                && page.references().stream()
                        .noneMatch(other -> !other.firstParty() && other.role().isScript())
                && PageCode.ofScripts(page).noneMatch(code -> code.contains(type.get()));
    }

    /** The sizes of the files of the new release, by name. */
    private Map<String, Long> shipped() {
        Map<String, Long> shipped = new LinkedHashMap<>();
        page.site().release().value().map(ReleaseSighting::site).ifPresent(site -> site.files()
                .forEach(file -> shipped.put(name(file.url()), file.file().bytes())));
        for (PackagedFile file :
                page.contents().value().map(PackageContents::files).orElse(List.of())) {
            shipped.put(name(page.url().resolve("/" + file.key().replaceAll("[^A-Za-z0-9._/-]", "_"))), file.bytes());
        }
        return shipped;
    }

    private Map<String, Long> loadedBytes() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        requests()
                .filter(BrowserRequest::isOk)
                .forEach(request -> bytes.merge(name(request.url()), request.bytes(), Math::max));
        return bytes;
    }

    private Stream<BrowserRequest> requests() {
        return page.browser().value().map(BrowserVisit::requests).orElse(List.of()).stream();
    }

    private boolean isThisPage(URI other) {
        return asFolder(other).equals(asFolder(page.url()));
    }

    private static String asFolder(URI url) {
        return url.toString().replaceAll("index\\.html$", "");
    }

    /** What an asset is called in each release: its address without fingerprint and query. */
    private static String name(URI url) {
        FileName file = FileName.of(Optional.ofNullable(url.getRawPath()).orElse(""));
        return url.getRawAuthority() + file.folder() + file.plain() + "." + file.extension();
    }

    private static String list(List<LoadedAsset> assets) {
        String first = path(assets.get(0));
        return assets.size() == 1 ? first : first + " and " + (assets.size() - 1) + " more";
    }

    private static String path(LoadedAsset asset) {
        return Format.line(Optional.ofNullable(asset.url().getRawPath()).orElse(""), 100);
    }
}
