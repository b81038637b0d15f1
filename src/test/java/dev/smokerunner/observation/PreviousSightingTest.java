package dev.smokerunner.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PreviousSighting.PageLoads;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviousSightingTest {
    private static final URI HOME = URI.create("https://www.example.com/");
    private static final URI HELP = HOME.resolve("help/");

    private static PageLoads loads(URI page, String browser) {
        return new PageLoads(page, Optional.of(browser).filter(name -> !name.isEmpty()), true, List.of());
    }

    private static List<PageLoads> seenBy(String browser, PageLoads... pages) {
        return new PreviousSighting("result.json", List.of(), true, List.of(pages))
                .seenBy(browser)
                .pages();
    }

    @Test
    void comparesEachBrowserWithItself() {
        PageLoads chrome = loads(HOME, "Chrome");
        PageLoads firefox = loads(HOME, "Firefox");
        PageLoads help = loads(HELP, "Firefox");

        assertThat(seenBy("Firefox", chrome, firefox, help)).containsExactly(firefox, help);
        assertThat(seenBy("Chrome", firefox, chrome)).containsExactly(chrome);
    }

    @Test
    void comparesABrowserThatWasNotThereWithWhatNobodyInParticularLoadedOrWithTheFirst() {
        PageLoads packaged = loads(HOME, "");
        PageLoads chrome = loads(HOME, "Chrome");
        PageLoads edge = loads(HOME, "Edge");

        assertThat(seenBy("Firefox", chrome, packaged)).containsExactly(packaged);
        assertThat(seenBy("Firefox", chrome, edge)).containsExactly(chrome);
    }
}
