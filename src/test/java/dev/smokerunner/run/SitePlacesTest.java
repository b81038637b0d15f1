package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Machine;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observe.release.PlaceLooker;
import dev.smokerunner.serving.EdgeAddress;
import dev.smokerunner.serving.Edges;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SitePlacesTest {
    private static final URI SITE = URI.create("https://shop.example/en/start.html");

    @Test
    void asksTheSiteItselfWhereNoOtherPlaceIsKnown() {
        assertThat(places(SITE, Edges.NONE))
                .containsExactly(new Place(Place.Kind.SITE, "the site", URI.create("https://shop.example/en/")));
    }

    @Test
    void asksTheOriginByItsOwnName() {
        Edges edges = new Edges(Optional.of(URI.create("http://bucket.example/shop/")), List.of(), false);

        assertThat(places(SITE, edges))
                .element(1)
                .isEqualTo(new Place(Place.Kind.ORIGIN, "the origin", URI.create("http://bucket.example/shop/")));
    }

    @Test
    void asksAnEdgeForTheSiteByTheSitesName() {
        Edges edges = new Edges(
                Optional.empty(),
                List.of(
                        new EdgeAddress("192.0.2.7", OptionalInt.empty()),
                        new EdgeAddress("192.0.2.8", OptionalInt.of(8443))),
                false);

        assertThat(places(SITE, edges).subList(1, 3))
                .extracting(Place::base, place -> place.machine().orElseThrow())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                URI.create("https://shop.example/en/"),
                                new Machine("192.0.2.7", 443, List.of("192.0.2.7"))),
                        org.assertj.core.api.Assertions.tuple(
                                URI.create("https://shop.example/en/"),
                                new Machine("192.0.2.8", 8443, List.of("192.0.2.8"))));
    }

    @Test
    void takesThePortOfTheSiteForAnEdgeThatNamesNone() {
        Edges edges = new Edges(Optional.empty(), List.of(new EdgeAddress("192.0.2.7", OptionalInt.empty())), false);

        assertThat(places(URI.create("http://shop.example/"), edges)
                        .get(1)
                        .machine()
                        .orElseThrow()
                        .port())
                .isEqualTo(80);
        assertThat(places(URI.create("http://shop.example:8080/"), edges)
                        .get(1)
                        .machine()
                        .orElseThrow()
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void asksEveryAddressOfTheSitesNameWhereThatIsWanted() {
        Edges all = new Edges(Optional.empty(), List.of(), true);

        assertThat(places(URI.create("http://127.0.0.1:8080/"), all))
                .extracting(Place::name)
                .containsExactly("the site", "edge 127.0.0.1");
    }

    private static List<Place> places(URI site, Edges edges) {
        try (SitePlaces places = SitePlaces.of(site, APlan.of(site).edges(edges).plan(), new TestTime().system())) {
            return places.all().stream().map(PlaceLooker::place).toList();
        }
    }
}
