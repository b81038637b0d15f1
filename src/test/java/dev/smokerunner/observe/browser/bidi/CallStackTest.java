package dev.smokerunner.observe.browser.bidi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.visit.Asking.Caller;
import java.net.URI;
import org.junit.jupiter.api.Test;

class CallStackTest {
    @Test
    void readsThePlacesOfTheCode() {
        String payload = """
                {"url": "http://site.example/news",
                 "stack": "load@http://site.example/js/a.js?v=2:3:10\\npromise callback*@http://site.example/:12:7\\n"}""";

        assertThat(CallStack.read(payload))
                .hasValue(new CallStack(
                        URI.create("http://site.example/news"),
                        java.util.List.of(
                                new Caller("http://site.example/js/a.js?v=2", 2, 9),
                                new Caller("http://site.example/", 11, 6))));
    }

    @Test
    void passesOverCodeThatStandsInNoFile() {
        String payload = "{\"url\": \"http://site.example/news\","
                + " \"stack\": \"f@http://site.example/a.js line 3 > eval:1:1\\n@blob:http://site.example/1-2:4:5\"}";

        assertThat(CallStack.read(payload).orElseThrow().callers()).isEmpty();
    }

    @Test
    void readsNothingFromWhatAPageMadeUp() {
        assertThat(CallStack.read("no news")).isEmpty();
        assertThat(CallStack.read("{\"stack\": 3}")).isEmpty();
    }
}
