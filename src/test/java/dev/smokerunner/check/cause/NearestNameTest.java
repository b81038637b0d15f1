package dev.smokerunner.check.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.cause.Advice.Kinship;
import dev.smokerunner.check.cause.Advice.NearName;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static NearestName inPackage(String... keys) {
        PackagedFile[] files = java.util.Arrays.stream(keys)
                .map(key -> new PackagedFile(key, 10, List.of()))
                .toArray(PackagedFile[]::new);
        return NearestName.on(new PageView(APage.healthy().packed(files).seen()));
    }

    @ParameterizedTest
    @CsvSource({
        "js/main-3f9a.js, js/main-77b1.js, OTHER_BUILD",
        "assets/index-DiwrgTda.js, assets/index-7EBGTEV3.js, OTHER_BUILD",
        "js/app.js, js/app.min.js, OTHER_BUILD",
        "js/Main.js, js/main.js, CASE",
        "js/a%2520b.js, js/a b.js, ENCODING",
        "js//app.js, js/app.js, SLASHES",
        "js%5Capp.js, js/app.js, SLASHES",
        "static/vendor.js, js/vendor.js, MOVED",
        "static/js/main.js, js/main.js, MOVED",
        "js/main, js/main.js, EXTENSION"
    })
    void isTheNameThatWasMeant(String missing, String there, Kinship kinship) {
        Optional<NearName> near =
                inPackage("readme.txt", there, "index.html").to(URI.create("https://shop.example/" + missing));

        assertThat(near).contains(new NearName(true, there, kinship));
    }

    @ParameterizedTest
    @CsvSource({"js/main.js, js/vendor.js", "a/index.js, b/index.js", "js/jquery-1.11.1.js, js/jquery-3.4.0.js"})
    void isNotFarFetched(String missing, String there) {
        assertThat(inPackage(there).to(URI.create("https://shop.example/" + missing)))
                .isEmpty();
    }

    @Test
    void isNotTheNameItself() {
        assertThat(inPackage("js/a.js", "js/A.js").to(URI.create("https://shop.example/js/a.js")))
                .isEmpty();
    }

    @Test
    void isAmongWhatALiveSiteServes() {
        NearestName nearest = NearestName.on(new PageView(APage.withBody("<script src=\"js/lib.js\"></script>")
                .answering("js/lib.js", AnAnswer.of(200, "text/javascript", "lib = 1"))
                .answering("js/main.js", AnAnswer.of(200, "text/javascript", "main()"))
                .answering("page.js", AnAnswer.of(200, "text/html", "<!doctype html>"))
                .seen()));

        assertThat(nearest.to(URI.create("https://shop.example/js/Lib.js")))
                .contains(new NearName(false, "js/lib.js", Kinship.CASE));
        assertThat(nearest.to(URI.create("https://shop.example/static/js/main.js")))
                .contains(new NearName(false, "js/main.js", Kinship.MOVED));
        assertThat(nearest.to(URI.create("https://shop.example/a/page.js"))).isEmpty();
    }
}
