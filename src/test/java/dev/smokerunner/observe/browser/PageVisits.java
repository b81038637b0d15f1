package dev.smokerunner.observe.browser;

import static dev.smokerunner.observe.browser.FixtureSite.redirect;
import static dev.smokerunner.observe.browser.FixtureSite.script;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observe.browser.visit.MessageBook;
import dev.smokerunner.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a visit tells about pages and their assets, whichever engine looks. */
public interface PageVisits {
    /** The browser that looks, for all tests. */
    Browser browser();

    /** The site of one test. */
    FixtureSite site();

    /** A browser of this kind that is started otherwise. */
    Browser launch(BrowserChoice choice) throws BrowserException;

    private BrowserVisit visit(String path, String... required) throws BrowserException {
        return browser().visit(request(site().url(path), required));
    }

    @Test
    default void seesAHealthyPage() throws BrowserException {
        site().page("/", "<h1>Sign up</h1><form id=signup><input></form><script src=/app.js></script>");
        site().on("/app.js", script("document.title = 'Ready'"));

        BrowserVisit visit = visit("/", "form#signup");

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.document().orElseThrow().status()).hasValue(200);
        assertThat(visit.messages()).isEmpty();
        assertThat(visit.elements().get(0).visible()).isEqualTo(1);
        assertThat(visit.rendered().value().orElseThrow().title()).isEqualTo("Ready");
        assertThat(visit.rendered().value().orElseThrow().visibleText()).isEqualTo("Sign up");
        assertThat(visit.rendered().value().orElseThrow().visibleObjects()).isEqualTo(1);
        assertThat(visit.screenshot().value()).isPresent();
        assertThat(visit.timings().document()).isPresent();
        assertThat(visit.timings().domContentLoaded()).isPresent();
        assertThat(visit.timings().load()).isPresent();
        assertThat(visit.timings().ready()).isPresent();
    }

    @Test
    default void tellsAMissingScriptByItsStatus() throws BrowserException {
        site().page("/", "<p>Hi<script src=/missing.js></script>");

        BrowserRequest missing = requestFor(visit("/"), "/missing.js");

        assertThat(missing.status()).hasValue(404);
        assertThat(missing.kind()).isEqualTo(Kind.SCRIPT);
        assertThat(missing.failure()).isEmpty();
        assertThat(missing.isOpen()).isFalse();
    }

    @Test
    default void tellsWhatAFrameAskedFor() throws BrowserException {
        site().page("/", "<p>Hi<iframe src=/frame></iframe>");
        site().page("/frame", "<p class=inner>Inner<script src=/frame.js></script>");

        BrowserVisit visit = visit("/", ".inner");

        assertThat(requestFor(visit, "/frame").kind()).isEqualTo(Kind.FRAME);
        assertThat(requestFor(visit, "/frame.js").inFrame()).isTrue();
        assertThat(visit.document().orElseThrow().url()).isEqualTo(site().url("/"));
        assertThat(visit.elements().get(0).inFrame()).isTrue();
        assertThat(visit.elements().get(0).matches()).isZero();
    }

    @Test
    default void tellsTheHopsOfARedirect() throws BrowserException {
        site().on("/", redirect("/home"));
        site().page("/home", "<p>Home");

        BrowserVisit visit = visit("/");

        BrowserRequest document = visit.document().orElseThrow();
        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(document.status()).hasValue(200);
        assertThat(document.redirects()).containsExactly(new Redirect(site().url("/"), 302, site().url("/home")));
    }

    @Test
    default void recordsADialogAndGoesOn() throws BrowserException {
        site().page("/", "<p>Hi<script>alert('boo')</script>");

        BrowserVisit visit = visit("/");

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.dialogs()).singleElement().satisfies(dialog -> {
            assertThat(dialog.kind()).isEqualTo(Dialog.Kind.ALERT);
            assertThat(dialog.text()).isEqualTo("boo");
            assertThat(dialog.moment()).isEqualTo(Dialog.Moment.BEFORE_THE_PAGE);
            assertThat(dialog.caller()).hasValueSatisfying(caller -> assertThat(caller)
                    .startsWith(site().url("/").toString()));
        });
    }

    @Test
    default void seesThatAPageShowsNothing() throws BrowserException {
        site().page("/", "<div style=opacity:0>All is here</div>");

        assertThat(visit("/").rendered().value()).hasValueSatisfying(page -> {
            assertThat(page.visibleText()).isEmpty();
            assertThat(page.visibleObjects()).isZero();
            assertThat(page.onePlainColour()).isTrue();
        });
    }

    @Test
    default void keepsTheDocumentAsItCame() throws BrowserException {
        site().page("/", "<p id=a>Hi<script>document.getElementById('a').remove()</script>");

        assertThat(visit("/").source().value())
                .hasValueSatisfying(source -> assertThat(source).contains("<p id=a>Hi"));
    }

    @Test
    default void namesThePlaceOfAnExceptionOnce() throws BrowserException {
        site().page("/", "<p>Hi<script src=/throw.js></script>");
        site().on("/throw.js", script("\n\n  (function f() { missing.x(); })()"));

        assertThat(messages(visit("/"), Source.EXCEPTION)).singleElement().satisfies(exception -> {
            assertThat(exception.quote().text()).isEqualTo("ReferenceError: missing is not defined");
            assertThat(exception.url()).contains(site().url("/throw.js").toString());
            assertThat(exception.line()).isEqualTo(3);
            assertThat(exception.count()).isEqualTo(1);
        });
    }

    @Test
    default void boundsWhatAPageCanSay() throws BrowserException {
        site().page("/", "<p>Hi<script>for (let i = 0; i < 2000; i++) console.log(i + 'x'.repeat(5000))</script>");

        BrowserVisit visit = visit("/");

        assertThat(visit.messages()).hasSize(MessageBook.MOST);
        assertThat(visit.messages().get(0).quote().text()).hasSize(MessageBook.LONGEST);
        assertThat(visit.notes()).contains("1500 more messages were not recorded");
    }

    @Test
    default void keepsTwoVisitsAtOnceApart() throws Exception {
        site().page("/a", "<p>A<script>document.cookie = 'who=a'; console.error('said by a')</script>");
        site().page("/b", "<p>B<script>document.cookie = 'who=b'; console.error('said by b')</script>");
        CompletableFuture<BrowserVisit> other = CompletableFuture.supplyAsync(() -> {
            try {
                return visit("/b");
            } catch (BrowserException trouble) {
                throw new IllegalStateException(trouble);
            }
        });

        BrowserVisit a = visit("/a");
        BrowserVisit b = other.get(30, TimeUnit.SECONDS);

        assertThat(said(a)).containsExactly("said by a");
        assertThat(said(b)).containsExactly("said by b");
        assertThat(a.rendered().value().orElseThrow().visibleText()).isEqualTo("A");
        assertThat(b.rendered().value().orElseThrow().visibleText()).isEqualTo("B");
        assertThat(a.requests()).noneMatch(request -> request.url().equals(site().url("/b")));
    }

    private static List<String> said(BrowserVisit visit) {
        return messages(visit, Source.CONSOLE).stream()
                .map(message -> message.quote().text())
                .toList();
    }

    @Test
    default void sendsHeadersAndCredentialsToThePagesOwnOriginAlone() throws BrowserException {
        site().page(
                        "/",
                        "<p>Hi<script src=/own.js></script><script src=" + site().foreignUrl("/other.js")
                                + "></script>");
        site().on("/own.js", script("1")).on("/other.js", script("1"));

        try (Browser introduced = launch(introduced(Map.of("X-Smoke", "1")))) {
            assertThat(introduced.visit(request(site().url("/"))).ending()).isEqualTo(Ending.LOADED);
        }

        assertThat(site().asked("/").get(0).headers()).containsEntry("Authorization", List.of("Basic YW5uOnBhc3M="));
        assertThat(site().asked("/own.js")).singleElement().satisfies(asked -> assertThat(asked.headers())
                .containsEntry("X-smoke", List.of("1"))
                .containsEntry("Authorization", List.of("Basic YW5uOnBhc3M=")));
        assertThat(site().asked("/other.js")).isNotEmpty().allSatisfy(asked -> assertThat(asked.headers())
                .doesNotContainKeys("X-smoke", "Authorization"));
    }

    @Test
    default void doesNotCarryCredentialsOverARedirectToAnotherSite() throws BrowserException {
        site().on("/", redirect(site().foreignUrl("/elsewhere").toString()));
        site().page("/elsewhere", "<p>Hi");

        try (Browser introduced = launch(introduced(Map.of()))) {
            introduced.visit(request(site().url("/")));
        }

        assertThat(site().asked("/").get(0).headers()).containsKey("Authorization");
        assertThat(site().asked("/elsewhere").get(0).headers()).doesNotContainKey("Authorization");
    }

    private static BrowserChoice introduced(Map<String, String> headers) {
        BrowserChoice usual = BrowserChoice.DEFAULT;
        return new BrowserChoice(
                usual.name(),
                usual.binary(),
                usual.driver(),
                usual.screen(),
                headers,
                Optional.of(new Secret("ann:pass")),
                usual.engine());
    }
}
