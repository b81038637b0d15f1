package dev.smokerunner.check;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.observe.browser.chromium.ChromiumMessages;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a browser saw of {@link APage}, as it is put together. */
public final class AVisit {
    private static final ChromiumMessages LANGUAGE = new ChromiumMessages();
    Optional<BrowserRequest> navigation = Optional.of(
            ARequest.of(Kind.DOCUMENT, "/").answered(200, "text/html").done());
    final List<BrowserRequest> requests = new ArrayList<>();
    final List<BrowserMessage> messages = new ArrayList<>();
    final List<ElementSighting> elements = new ArrayList<>();
    final Set<String> answeredByPages = new HashSet<>();
    final List<Dialog> dialogs = new ArrayList<>();
    BrowserVisit.Ending ending = BrowserVisit.Ending.LOADED;
    String endingDetail = "";
    Timings timings = timings(100, 400, 500);
    Captured<RenderedPage> rendered = Captured.seen(ARendering.of("Shop", "Welcome to the shop", 3, false));
    Captured<Screenshot> screenshot = Captured.seen(new Screenshot(new byte[] {1}));

    AVisit() {}

    /** When the document came, and when the page was loaded and ready, in milliseconds. */
    public static Timings timings(long document, long load, long ready) {
        return new Timings(
                Optional.of(Duration.ofMillis(document)),
                Optional.of(Duration.ofMillis(document)),
                Optional.of(Duration.ofMillis(load)),
                Optional.of(Duration.ofMillis(ready)));
    }

    /** The browser says an error, as Chromium does. */
    void say(BrowserMessage.Source source, String text, String script, int line) {
        Optional<String> place = Optional.of(script)
                .filter(s -> !s.isEmpty())
                .map(s -> APage.URL.resolve(s).toString());
        messages.add(new BrowserMessage(
                source,
                BrowserMessage.Level.ERROR,
                new Quote(text),
                LANGUAGE.facts(source, BrowserMessage.Level.ERROR, text),
                LANGUAGE.named(text),
                place,
                line,
                1,
                1));
    }

    BrowserVisit done() {
        List<BrowserRequest> all = new ArrayList<>(navigation.stream().toList());
        all.addAll(requests);
        return new BrowserVisit(
                ending,
                endingDetail,
                all,
                Captured.unseen("not needed", Captured.Fault.TOOL),
                messages,
                timings,
                rendered,
                elements,
                screenshot,
                dialogs,
                List.of(),
                settling(),
                answeredByPages);
    }

    /** What is still open of a page that was never ready is what kept it, but for calls: they may be polls. */
    private Settling settling() {
        boolean isReady = timings.load().isEmpty() || timings.ready().isPresent();
        List<Awaited> open = requests.stream()
                .filter(request -> request.firstParty() && request.isOpen() && request.kind() != Kind.CALL)
                .<Awaited>map(request -> new Awaited.Answer(request.id(), request.url()))
                .toList();
        return isReady ? Settling.NONE : new Settling(Duration.ofSeconds(10), open);
    }
}
