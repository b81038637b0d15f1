package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatePicturesTest {
    private static final String ASKED = "%7B%7Bpicture%7D%7D.png";

    /** The pictures that count of a page whose browser asked for one. */
    private static List<URI> pictures(String body) {
        PageObservation page = APage.withBody(body)
                .requested(ARequest.of(Kind.IMAGE, ASKED).answered(404, "text/html"))
                .seen();
        return TemplatePictures.without(page.browser().value().orElseThrow(), page.html()).requests().stream()
                .filter(request -> request.kind() == Kind.IMAGE)
                .map(BrowserRequest::url)
                .toList();
    }

    @Test
    void takesAwayWhatOnlyATemplateNames() {
        assertThat(pictures("<template><img src=\"{{picture}}.png\"></template>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"{{picture}}.png\">",
                "<template><img src=\"{{other}}.png\"></template>",
                "<img src=\"{{picture}}.png\"><template><img src=\"{{picture}}.png\"></template>"
            })
    void keepsWhatThePageItselfShows(String body) {
        assertThat(pictures(body)).hasSize(1);
    }
}
