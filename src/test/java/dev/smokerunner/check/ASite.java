package dev.smokerunner.check;

import dev.smokerunner.check.release.ReleaseStates;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Machine;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageDifference;
import dev.smokerunner.observation.PageDifference.ServedPage;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.Poll;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.ReleaseState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A site as a release may be seen on it. */
public final class ASite {
    private final List<PlaceSighting> places = new ArrayList<>();
    private List<Poll> polls = List.of();
    private boolean arrived;

    private ASite() {}

    /** What the site itself serves. */
    public static ASite serving(AFile... files) {
        return new ASite().and(Place.Kind.SITE, "the site", APage.URL, files);
    }

    public static AFile file(String key) {
        return new AFile(key);
    }

    public ASite withOrigin(AFile... files) {
        return and(Place.Kind.ORIGIN, "the origin", URI.create("http://origin.example/"), files);
    }

    public ASite withEdge(String address, AFile... files) {
        return and(Place.Kind.EDGE, "edge " + address, APage.URL, files);
    }

    /** One look every second, the site's state in each. */
    public ASite looked(ReleaseState... states) {
        List<Poll> looks = new ArrayList<>();
        for (ReleaseState state : states) {
            looks.add(new Poll(Duration.ofSeconds(looks.size()), List.of(state)));
        }
        polls = looks;
        return this;
    }

    ASite arrived() {
        arrived = true;
        return this;
    }

    public PlaceSighting first() {
        return places.get(0);
    }

    /** The places, with a package that says what they should serve. */
    public SiteObservation seen() {
        List<Poll> looks = polls.isEmpty()
                ? List.of(new Poll(
                        Duration.ZERO, places.stream().map(ReleaseStates::of).toList()))
                : polls;
        SiteObservation site = compared();
        return (places.size() == 1 ? site.withEdges(Captured.unseen("no edges", Fault.NOT_ASKED)) : site)
                .withRelease(Captured.seen(new ReleaseSighting(
                        "dist",
                        places,
                        looks,
                        arrived || looks.get(looks.size() - 1).isLive() && looks.size() == 1,
                        looks.get(looks.size() - 1).at())));
    }

    /** The places alone, compared with the first. */
    public SiteObservation compared() {
        return SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED))
                .withEdges(Captured.seen(places));
    }

    /** A machine with an address of its own. */
    public ASite withMachine(String address, AFile... files) {
        Machine machine = new Machine(address, 443, List.of(address));
        return and(new Place(Place.Kind.EDGE, "edge " + address, APage.URL, Optional.of(machine)), files);
    }

    private ASite and(Place.Kind kind, String name, URI base, AFile... files) {
        return and(new Place(kind, name, base), files);
    }

    private ASite and(Place place, AFile... files) {
        places.add(new PlaceSighting(
                place, Arrays.stream(files).map(file -> file.at(place.base())).toList()));
        return this;
    }

    /** One file: live, as it was packaged, unless it is told otherwise. */
    public static final class AFile {
        private final String key;
        private final Map<String, List<String>> headers = new LinkedHashMap<>();
        private int status = 200;
        private Difference difference = Difference.NONE;
        private boolean isReplaced;
        private boolean isKept;
        private boolean isPrevious;
        private boolean isFolder;
        private Duration took = Duration.ofMillis(20);
        private Optional<String> peer = Optional.empty();
        private Optional<AnAnswer> answer = Optional.empty();

        private AFile(String key) {
            this.key = key;
            String type = key.endsWith(".html") ? "text/html" : key.endsWith(".css") ? "text/css" : "text/javascript";
            headers.put("content-type", List.of(type));
        }

        public AFile asFolder() {
            isFolder = true;
            return this;
        }

        public AFile answering(int other) {
            status = other;
            difference = Difference.UNREAD;
            return this;
        }

        /** The time was over before it was asked. */
        public AFile unasked() {
            return silent(AnAnswer.none(NetworkFailure.Kind.UNASKED, ""));
        }

        public AFile by(String machine) {
            peer = Optional.of(machine);
            return this;
        }

        public AFile after(Duration time) {
            took = time;
            return this;
        }

        public AFile silent(AnAnswer none) {
            answer = Optional.of(none);
            difference = Difference.UNREAD;
            return this;
        }

        public AFile differing(double alike) {
            difference = new Difference(Difference.Kind.CONTENT, "from line 3 on", alike);
            return this;
        }

        public AFile altered(Difference.Kind kind, String detail) {
            difference = new Difference(kind, detail, 1);
            return this;
        }

        /** A page that differs in one thing only, and is the release's but for that. */
        public AFile differingIn(PageChange... changes) {
            return paged(0.9, List.of(), false, new ServedPage("Shop", "", true, false), changes);
        }

        /** The page of another release: it names what this one does not have. */
        public AFile naming(String file) {
            return paged(0.9, List.of(file), true, new ServedPage("Shop", "", true, false));
        }

        /** Another page altogether. */
        public AFile called(String title, boolean asksForPassword) {
            return paged(0.1, List.of(), false, new ServedPage(title, "", false, asksForPassword));
        }

        private AFile paged(
                double alike, List<String> strange, boolean isRenamed, ServedPage said, PageChange... changes) {
            PageDifference page = new PageDifference(
                    Set.of(), List.of(changes), said.isTitleSame(), strange, said.isTitleSame(), isRenamed, said);
            boolean isPutIn = said.isTitleSame() && strange.isEmpty() && page.isSamePage();
            Difference.Kind kind = isPutIn ? Difference.Kind.INSERTED : Difference.Kind.CONTENT;
            difference = new Difference(kind, "what differs", alike, Optional.of(page));
            return this;
        }

        public AFile replaced() {
            isReplaced = true;
            return this;
        }

        /** It is the same in the release before. */
        public AFile kept() {
            isKept = true;
            return this;
        }

        public AFile ofPrevious() {
            isReplaced = true;
            isPrevious = true;
            return differing(0.8);
        }

        public AFile with(String header, String value) {
            headers.put(header, List.of(value));
            return this;
        }

        private FileSighting at(URI base) {
            URI url = isFolder ? base : base.resolve(key);
            String own = "a".repeat(64);
            String other = (difference.kind() == Difference.Kind.NONE ? "a" : "b").repeat(64);
            HttpAnswer served = answer.map(a -> a.from(url))
                    .orElseGet(() -> new HttpAnswer(
                            url,
                            List.of(),
                            Optional.of(new HttpResponse(
                                    url, status, new Headers(headers), new Body(new byte[0], 500, other))),
                            Optional.empty(),
                            took,
                            List.of(),
                            false,
                            peer,
                            Optional.empty()));
            return new FileSighting(new ReleaseFile(key, 500, own), served, difference, isReplaced, isKept, isPrevious);
        }
    }
}
