package dev.smokerunner.check.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static NearestName inPackage(String... keys) {
        PackagedFile[] files = java.util.Arrays.stream(keys)
                .map(key -> new PackagedFile(key, 10, List.of()))
                .toArray(PackagedFile[]::new);
        return NearestName.on(APage.healthy().packed(files).seen());
    }

    @ParameterizedTest
    @CsvSource({
        "js/main-3f9a.js, js/main-77b1.js, another build of it",
        "assets/index-DiwrgTda.js, assets/index-7EBGTEV3.js, another build of it",
        "js/app.js, js/app.min.js, another build of it",
        "js/Main.js, js/main.js, differs only in case",
        "js/a%2520b.js, js/a b.js, how characters are encoded",
        "js//app.js, js/app.js, slashes",
        "js%5Capp.js, js/app.js, slashes",
        "static/vendor.js, js/vendor.js, in another folder",
        "static/js/main.js, js/main.js, in another folder",
        "js/main, js/main.js, extension"
    })
    void isTheNameThatWasMeant(String missing, String there, String words) {
        String hint = inPackage("readme.txt", there, "index.html")
                .to(URI.create("https://shop.example/" + missing))
                .orElseThrow();

        assertThat(hint).startsWith("the package has " + there + ", which ").contains(words);
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
        NearestName nearest = NearestName.on(APage.withBody("<script src=\"js/lib.js\"></script>")
                .answering("js/lib.js", AnAnswer.of(200, "text/javascript", "lib = 1"))
                .answering("js/main.js", AnAnswer.of(200, "text/javascript", "main()"))
                .answering("page.js", AnAnswer.of(200, "text/html", "<!doctype html>"))
                .seen());

        assertThat(nearest.to(URI.create("https://shop.example/js/Lib.js")))
                .contains("the site has js/lib.js, which differs only in case");
        assertThat(nearest.to(URI.create("https://shop.example/static/js/main.js")))
                .contains("the site has js/main.js, which is the same name in another folder");
        assertThat(nearest.to(URI.create("https://shop.example/a/page.js"))).isEmpty();
    }
}
