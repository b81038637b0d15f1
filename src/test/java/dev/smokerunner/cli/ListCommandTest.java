package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
    @TempDir
    private Path directory;

    @Test
    void saysOfEachFileWhatItIsToCachesAndItsType() throws IOException {
        for (String name : new String[] {
            "404.HTML",
            "Logo.PNG",
            "app-3f9a77b1.js",
            "facade.js",
            "index-Cq7RfL2w.css",
            "DSC01234.jpg",
            "CNAME",
            "größe *?.jpg"
        }) {
            Files.writeString(directory.resolve(name), "x");
        }

        Call call = Call.smoke(new StubApplication(), "list", directory.toString());

        assertThat(call.out().lines())
                .containsExactly(
                        "page\ttext/html; charset=UTF-8\t404.HTML\t404.HTML",
                        "asset\tapplication/octet-stream\tCNAME\tCNAME",
                        "asset\timage/jpeg\tDSC01234.jpg\tDSC01234.jpg",
                        "asset\timage/png\tLogo.PNG\tLogo.PNG",
                        "fingerprinted\ttext/javascript; charset=UTF-8\tapp-3f9a77b1.js\tapp-3f9a77b1.js",
                        "asset\ttext/javascript; charset=UTF-8\tfacade.js\tfacade.js",
                        "asset\timage/jpeg\tgröße *?.jpg\tgr%C3%B6%C3%9Fe%20%2A%3F.jpg",
                        "fingerprinted\ttext/css; charset=UTF-8\tindex-Cq7RfL2w.css\tindex-Cq7RfL2w.css");
        assertThat(call.code()).isZero();
    }

    @Test
    void refusesWhatIsNoPackage() {
        Call call = Call.smoke(
                new StubApplication(), "list", directory.resolve("nowhere").toString());

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("is not there");
    }
}
