package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observation.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the fetcher follows redirects, and where it stops. */
class RedirectsIT {
    private final MockWebServer server = new MockWebServer();
    private final Lookers lookers = new Lookers();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void recordsEachRedirect() {
        server.enqueue(redirect(301, "/b?x=1"));
        server.enqueue(redirect(302, "c.html"));
        server.enqueue(new MockResponse.Builder().body("end").build());

        HttpAnswer answer = lookers.look(url("/a"), Role.DOCUMENT);

        assertThat(answer.redirects())
                .containsExactly(
                        new Redirect(url("/a"), 301, url("/b?x=1")), new Redirect(url("/b?x=1"), 302, url("/c.html")));
        assertThat(answer.whole().orElseThrow().url()).isEqualTo(url("/c.html"));
    }

    @Test
    void endsACircleOfRedirects() {
        server.setDispatcher(always(redirect(302, "/a")));

        HttpAnswer answer = lookers.look(url("/a"));

        assertThat(answer.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.REDIRECT_LOOP);
            assertThat(failure.quote().text()).isEqualTo("redirects in a circle: /a -> /a");
        });
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void endsAChainThatOnlyGrows() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return redirect(302, request.getTarget() + "a");
            }
        });

        HttpAnswer answer = lookers.look(url("/a"));

        assertThat(answer.failure().orElseThrow().kind()).isEqualTo(Kind.REDIRECT_LOOP);
        assertThat(server.getRequestCount()).isEqualTo(RedirectChain.MOST_REDIRECTS + 1);
    }

    @Test
    void followsASiteThatSetsACookieAndSendsTheVisitorToTheSameAddress() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/")
                .addHeader("Set-Cookie", "seen=1")
                .build());
        server.enqueue(new MockResponse.Builder().body("welcome").build());

        assertThat(lookers.look(url("/"), Role.DOCUMENT).isOk()).isTrue();
    }

    @Test
    void doesNotFollowARedirectOutOfTheWeb() {
        server.enqueue(redirect(302, "file:///etc/passwd"));

        HttpAnswer answer = lookers.look(url("/"));

        assertThat(answer.failure().orElseThrow().quote().text())
                .isEqualTo("302 redirects to 'file:///etc/passwd', which is no http or https URL");
    }

    @Test
    void takesARedirectThatLeadsNowhereAsAnAnswer() {
        server.enqueue(new MockResponse.Builder().code(302).build());

        assertThat(lookers.look(url("/")).whole().orElseThrow().status()).isEqualTo(302);
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }

    private static Dispatcher always(MockResponse response) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        };
    }

    private URI url(String path) {
        return server.url(path).uri();
    }
}
