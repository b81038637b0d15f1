package dev.smokerunner.check.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageViewTest {
    private static final URI SCRIPT = URI.create("https://shop.example/js/app.js");

    private final PageView view = new PageView(APage.withBody("<script src=\"js/app.js\"></script>")
            .answering("js/app.js", AnAnswer.of(200, "text/javascript", "run()"))
            .seen());

    @Test
    void worksOutOnceWhatManyAskForAtTheSameTime() {
        AtomicInteger times = new AtomicInteger();
        Lazy<Integer> lazy = new Lazy<>(times::incrementAndGet);

        Set<Integer> got =
                IntStream.range(0, 1_000).parallel().mapToObj(i -> lazy.get()).collect(Collectors.toSet());

        assertThat(got).containsExactly(1);
    }

    @Test
    void hasTheSameAssetsForAll() {
        assertThat(view.assets()).isSameAs(view.assets());
        assertThat(view.asset(SCRIPT)).containsSame(view.assets().get(0));
        assertThat(view.served())
                .singleElement()
                .satisfies(served -> assertThat(served.asset().url()).isEqualTo(SCRIPT));
        assertThat(view.asset(URI.create("https://shop.example/js/other.js"))).isEmpty();
    }

    @Test
    void knowsWhatIsLostWithAFile() {
        assertThat(view.losses(SCRIPT)).contains(Loss.CODE);
        assertThat(view.losses(URI.create("https://cdn.example/lib.js"))).isEmpty();
    }

    @Test
    void namesNoFilesWhereThePageIsNotServedFromAPackage() {
        PackagedFile file = new PackagedFile("js/app.js", 10, List.of("index.html"));

        assertThat(view.namedFiles().isNamedFromPages(file)).isFalse();
    }
}
