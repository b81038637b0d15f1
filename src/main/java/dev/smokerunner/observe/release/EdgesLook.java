package dev.smokerunner.observe.release;

import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.Deadline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks every place for the pages of a site and the assets that they name, and compares the answers with those of the site
 * itself: for where no package says what should be served.
 */
public final class EdgesLook {
    private final List<PlaceLooker> places;
    private final Predicate<URI> firstParty;

    /**
     * A look at places.
     *
     * @param places where to ask, the site itself first; never empty
     * @param firstParty whether a URL belongs to the site
     */
    public EdgesLook(List<PlaceLooker> places, Predicate<URI> firstParty) {
        this.places = List.copyOf(places);
        this.firstParty = firstParty;
    }

    /**
     * What each place serves; the site itself, which all are compared with, comes first.
     *
     * @param pages the pages, as the site has them
     * @param deadline when to give up; what has not answered by then counts as not answered
     * @throws InterruptedException if the run was given up
     */
    public List<PlaceSighting> at(List<URI> pages, Deadline deadline) throws InterruptedException {
        Map<URI, Reference> references = references(pages, deadline);
        List<PlaceSighting> seen = new ArrayList<>();
        seen.add(new PlaceSighting(
                places.get(0).place(),
                references.values().stream().map(Reference::asSighting).toList()));
        // All at once: a slow one must not take the others' time.
        List<PlaceLooker> others = places.subList(1, places.size());
        List<List<PendingAnswers.Asked<FileSighting>>> open =
                others.stream().map(place -> asked(place, references)).toList();
        for (int i = 0; i < others.size(); i++) {
            seen.add(new PlaceSighting(others.get(i).place(), PendingAnswers.collected(open.get(i), deadline)));
        }
        return seen;
    }

    /** What the site itself answers for one URL. */
    private record Reference(ReleaseFile file, Role role, String text, HttpAnswer answer) {
        static Reference of(URI base, Role role, String text, HttpAnswer answer) {
            Optional<HttpResponse> good = answer.whole().filter(HttpResponse::isOk);
            String key = FileAddress.key(base, answer.url()).orElse(answer.url().getRawPath());
            return new Reference(
                    new ReleaseFile(
                            key,
                            good.map(r -> r.body().length()).orElse(0L),
                            good.map(r -> r.body().sha256()).orElse("")),
                    role,
                    text,
                    answer);
        }

        Comparison comparison() {
            return new Comparison(
                    file,
                    () -> Optional.of(text)
                            .filter(own -> !own.isEmpty())
                            .map(own -> own.getBytes(StandardCharsets.UTF_8)),
                    Optional.empty(),
                    Comparison.Site.UNKNOWN);
        }

        FileSighting asSighting() {
            return comparison().with(answer);
        }
    }

    private Map<URI, Reference> references(List<URI> pages, Deadline deadline) throws InterruptedException {
        PlaceLooker site = places.get(0);
        URI base = site.place().base();
        List<PendingAnswers.Asked<PageAssets>> asked = pages.stream()
                .map(page -> new PendingAnswers.Asked<>(
                        site.http().use(page, Role.DOCUMENT, answer -> PageAssets.of(answer, firstParty)),
                        () -> PageAssets.of(site.http().unanswered(page, Role.DOCUMENT), firstParty)))
                .toList();
        Map<URI, Reference> references = new LinkedHashMap<>();
        Map<URI, Role> named = new LinkedHashMap<>();
        for (PageAssets page : PendingAnswers.collected(asked, deadline)) {
            references.put(page.answer().url(), Reference.of(base, Role.DOCUMENT, page.text(), page.answer()));
            page.named().forEach((url, role) -> {
                if (isSameHost(base, url)) {
                    named.putIfAbsent(url, role);
                }
            });
        }
        List<PendingAnswers.Asked<Reference>> assets = named.entrySet().stream()
                .map(asset -> new PendingAnswers.Asked<>(
                        site.http()
                                .use(
                                        asset.getKey(),
                                        asset.getValue(),
                                        answer -> Reference.of(
                                                base, asset.getValue(), "", Comparison.withoutBody(answer))),
                        () -> Reference.of(
                                base, asset.getValue(), "", site.http().unanswered(asset.getKey(), asset.getValue()))))
                .toList();
        PendingAnswers.collected(assets, deadline)
                .forEach(asset -> references.put(asset.answer().url(), asset));
        return references;
    }

    private List<PendingAnswers.Asked<FileSighting>> asked(PlaceLooker place, Map<URI, Reference> references) {
        List<PendingAnswers.Asked<FileSighting>> asked = new ArrayList<>();
        references.forEach((url, reference) -> addresses(url, place).forEach(there -> {
            Comparison comparison = reference.comparison();
            asked.add(new PendingAnswers.Asked<>(
                    place.http().use(there, reference.role(), comparison::with),
                    () -> comparison.with(place.http().unanswered(there, reference.role()))));
        }));
        return asked;
    }

    /** Where another place may have a file: a bucket as an origin knows the page of a folder by its own name only. */
    private List<URI> addresses(URI url, PlaceLooker place) {
        URI there = rebased(url, place);
        boolean isFolder = there.getRawPath().endsWith("/");
        return place.place().kind() == Place.Kind.ORIGIN && isFolder
                ? List.of(there, there.resolve("index.html"))
                : List.of(there);
    }

    /** The same file in another place; what lies beside the site's folder lies there on the same path. */
    private URI rebased(URI url, PlaceLooker place) {
        String base = places.get(0).place().base().toString();
        String text = url.toString();
        return text.startsWith(base)
                ? URI.create(place.place().base() + text.substring(base.length()))
                : place.place().base().resolve(url.getRawPath());
    }

    private static boolean isSameHost(URI base, URI url) {
        return base.getRawAuthority().equalsIgnoreCase(url.getRawAuthority());
    }
}
