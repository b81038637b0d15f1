package dev.smokerunner.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which pages of a site are taken beside its first one. */
class PageLinksTest {
    private final List<LeftOut> leftOut = new ArrayList<>();

    private List<String> paths(PageObservation page, String... sitemap) {
        return PageLinks.of(page)
                .paths(page, List.of(sitemap).stream().map(URI::create).toList(), leftOut);
    }

    private static APage linking(String... addresses) {
        return APage.healthy().outlined(AVisited.linking(addresses));
    }

    @Test
    void takesThePagesOfTheSameSiteThatAreLinkedAndThenThoseOfTheSitemap() {
        PageObservation page = linking("https://shop.example/help/", "https://shop.example/about.html")
                .seen();

        assertThat(paths(page, "https://shop.example/terms", "https://shop.example/help/"))
                .containsExactly("help/", "about.html", "terms");
    }

    @Test
    void leavesAloneWhatIsNoOtherPageOfTheSite() {
        PageObservation page = linking(
                        "https://shop.example/",
                        "https://shop.example/index.html",
                        "https://other.example/help/",
                        "http://shop.example/help/",
                        "https://shop.example/manual.pdf",
                        "https://shop.example/orders?id=3",
                        "https://shop.example/reset/9f8e7d6c5b4a39281706",
                        "https://shop.example//evil.example/",
                        "mailto:a@b.example")
                .seen();

        assertThat(paths(page)).isEmpty();
    }

    @Test
    void isBounded() {
        String[] many = IntStream.range(0, 50)
                .mapToObj(i -> "https://shop.example/p" + i)
                .toArray(String[]::new);

        assertThat(paths(linking(many).seen())).hasSize(PageLinks.MOST - 1);
        assertThat(leftOut).extracting(LeftOut::what).containsExactly("41 more pages");
    }

    @Test
    void aPackageHasNoPageWithoutAFile() {
        PageObservation page = linking("https://shop.example/help/", "https://shop.example/route")
                .packed(new PackagedFile("help/index.html", 10, List.of()))
                .seen();

        assertThat(paths(page)).containsExactly("help/");
    }
}
