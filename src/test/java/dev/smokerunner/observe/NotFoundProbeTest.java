package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import java.net.URI;
import org.junit.jupiter.api.Test;

class NotFoundProbeTest {
    private static URI of(String page, String html) {
        HtmlDocument document = HtmlReader.read(URI.create(page), html, false);
        return NotFoundProbe.beside(
                HtmlReferences.of(document, url -> url.getHost().equals("shop.example")), document.url());
    }

    @Test
    void standsBesideTheFirstScriptOfThePagesOwnSite() {
        String html = "<link rel=stylesheet href=css/a.css><script src='https://cdn.example.net/js/x.js'></script>"
                + "<script src='/assets/app.js?v=2'></script><script src='late/b.js'></script>";

        assertThat(of("https://shop.example/help/", html))
                .hasToString("https://shop.example/assets/smoke-runner-asks-for-a-missing-file.js");
    }

    @Test
    void standsBesideThePageWhereItHasNoScript() {
        assertThat(of("https://shop.example/help/index.html?a=1", "<p>hi"))
                .hasToString("https://shop.example/help/smoke-runner-asks-for-a-missing-file.js");
        assertThat(of("https://shop.example", "<p>hi"))
                .hasToString("https://shop.example/smoke-runner-asks-for-a-missing-file.js");
    }
}
