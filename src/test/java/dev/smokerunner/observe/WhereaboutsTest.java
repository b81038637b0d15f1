package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final URI PAGE = URI.create("https://shop.example/app/index.html");

    private final List<Reference> references = new ArrayList<>();
    private final Map<URI, HttpAnswer> answers = new LinkedHashMap<>();

    private void answered(Role role, String address, int status) {
        answered(role, address, status, Origin.HTML, PAGE);
    }

    private void answered(Role role, String address, int status, Origin origin, URI file) {
        URI url = PAGE.resolve(address);
        references.add(
                new Reference(address, Optional.of(url), role, true, origin, file, Optional.empty(), file + ":12"));
        answers.put(
                url,
                new HttpAnswer(
                        url,
                        List.of(),
                        Optional.of(
                                new HttpAnswer.HttpResponse(url, status, Headers.NONE, new Body(new byte[0], 0, ""))),
                        Optional.empty(),
                        Duration.ZERO,
                        List.of()));
    }

    private Set<URI> suspected() {
        return Whereabouts.of(PAGE, references, answers);
    }

    private static URI[] urls(String... addresses) {
        return java.util.Arrays.stream(addresses)
                .map(address -> URI.create("https://shop.example" + address))
                .toArray(URI[]::new);
    }

    @Test
    void areAFolderHigherAndBelowTheSite() {
        answered(Role.SCRIPT, "static/js/main.js", 404);

        assertThat(suspected()).containsExactly(urls("/app/js/main.js", "/static/js/main.js"));
    }

    @Test
    void areBelowThePageWhereTheAddressIsAbsolute() {
        answered(Role.SCRIPT, "/js/main.js", 404);

        assertThat(suspected()).containsExactly(urls("/app/js/main.js", "/main.js"));
    }

    @Test
    void areWhereAPageWithoutItsBaseWouldLead() {
        URI led = URI.create("https://shop.example/preview/7/js/main.js");
        answered(Role.SCRIPT, "/preview/7/js/main.js", 404);
        references.set(
                0,
                new Reference(
                        "js/main.js", Optional.of(led), Role.SCRIPT, true, Origin.HTML, PAGE, Optional.empty(), ""));

        assertThat(suspected()).startsWith(urls("/app/js/main.js"));
    }

    @Test
    void areNotSoughtForWhatIsServedAndForPictures() {
        answered(Role.SCRIPT, "js/main.js", 200);
        answered(Role.SCRIPT, "js/busy.js", 503);
        answered(Role.IMAGE, "img/logo.png", 404);

        assertThat(suspected()).isEmpty();
    }

    @Test
    void areBesideTheScriptThatAsks() {
        URI script = URI.create("https://shop.example/remotes/cart/entry.js");
        answered(Role.SCRIPT, "/7.js", 404, Origin.SCRIPT, script);
        answered(Role.SCRIPT, "/8.js", 404, Origin.BROWSER, script);

        assertThat(suspected()).contains(urls("/remotes/cart/7.js", "/remotes/cart/8.js"));
    }

    @Test
    void areUnderTheEncodedNameWhereAPlusMayBeReadAsABlank() {
        answered(Role.IMAGE, "img/+logo.png", 403);

        assertThat(suspected()).contains(urls("/app/img/%2Blogo.png"));
    }

    @Test
    void areFewHoweverMuchIsMissing() {
        for (int i = 0; i < 100; i++) {
            answered(Role.SCRIPT, "static/js/" + i + ".js", 404);
        }

        assertThat(suspected()).hasSize(6);
    }
}
