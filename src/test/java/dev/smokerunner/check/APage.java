package dev.smokerunner.check;

import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.check.runner.CheckRunner;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.check.runner.Findings;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.OwnSite;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageObservation.Healed;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observation.StatedDigest;
import dev.smokerunner.observe.browser.chromium.ChromiumMessages;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A page as it may be observed: healthy and empty of assets, unless it is told otherwise. */
public final class APage {
    public static final URI URL = URI.create("https://shop.example/");

    private URI url = URL;
    private String source = "<!DOCTYPE html><title>Shop</title><h1>Shop</h1>";
    private boolean cut;
    private AnAnswer document = AnAnswer.of(200, "text/html", source);
    private Optional<Captured<HtmlDocument>> html = Optional.empty();
    private Optional<Captured<BrowserVisit>> browser = Optional.empty();
    private Optional<BrowserRequest> navigation = Optional.of(
            ARequest.of(Kind.DOCUMENT, "/").answered(200, "text/html").done());
    private final List<BrowserRequest> requests = new ArrayList<>();
    private final List<BrowserMessage> messages = new ArrayList<>();
    private final List<ElementSighting> elements = new ArrayList<>();
    private final List<Dialog> dialogs = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<URI, HttpAnswer> assets = new LinkedHashMap<>();
    private Optional<HttpAnswer> madeUp = Optional.empty();
    private SiteObservation site = SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED));
    private final List<Set<URI>> builds = new ArrayList<>();
    private final List<Healed> healed = new ArrayList<>();
    private final Set<String> answeredByPages = new HashSet<>();
    private BrowserVisit.Ending ending = BrowserVisit.Ending.LOADED;
    private String endingDetail = "";
    private Timings timings = timings(100, 400, 500);
    private Captured<RenderedPage> rendered = shown("Shop", "Welcome to the shop", 3, false);
    private Captured<Screenshot> screenshot = Captured.seen(new Screenshot(new byte[] {1}));

    public static APage healthy() {
        return new APage();
    }

    public static APage withHtml(String... lines) {
        APage page = new APage();
        page.source = String.join("\n", lines);
        return page;
    }

    public static APage withBody(String... lines) {
        return withHtml("<!DOCTYPE html>\n<html><head><title>Shop</title></head><body>\n" + String.join("\n", lines)
                + "\n</body></html>");
    }

    public static Timings timings(long document, long load, long ready) {
        return new Timings(
                Optional.of(Duration.ofMillis(document)),
                Optional.of(Duration.ofMillis(document)),
                Optional.of(Duration.ofMillis(load)),
                Optional.of(Duration.ofMillis(ready)));
    }

    public APage at(String address) {
        url = URI.create(address);
        navigation = Optional.of(
                ARequest.of(Kind.DOCUMENT, address).answered(200, "text/html").done());
        return this;
    }

    public APage cut() {
        cut = true;
        return this;
    }

    public APage answered(AnAnswer answer) {
        document = answer;
        return this;
    }

    public APage navigated(ARequest request) {
        navigation = Optional.of(request.done());
        return this;
    }

    public APage withoutNavigation() {
        navigation = Optional.empty();
        return this;
    }

    public APage withoutHtml(String reason, Fault fault) {
        html = Optional.of(Captured.unseen(reason, fault));
        return this;
    }

    public APage withoutBrowser(String reason, Fault fault) {
        browser = Optional.of(Captured.unseen(reason, fault));
        return this;
    }

    public APage requested(ARequest request) {
        requests.add(request.done());
        return this;
    }

    public APage answering(String address, AnAnswer answer) {
        URI target = URL.resolve(address);
        assets.put(target, answer.from(target));
        return this;
    }

    public APage naming(Role role, String address) {
        return naming(role, address, Reference.Origin.CSS);
    }

    public APage naming(Role role, String address, Reference.Origin origin) {
        URI target = URL.resolve(address);
        references.add(new Reference(
                address,
                Optional.of(target),
                role,
                target.getHost().endsWith("shop.example"),
                origin,
                URL.resolve("css/site.css"),
                Optional.of(new SourceRange(10, 20, 2, 3)),
                "url(" + address + ")"));
        return this;
    }

    /** Names a file as a tag of the page's HTML does. */
    public APage namingByTag(Role role, String raw, String tag) {
        int start = source.indexOf(tag);
        references.add(new Reference(
                raw,
                Optional.of(URL.resolve(raw.split("#", 2)[0])),
                role,
                true,
                Reference.Origin.HTML,
                URL,
                Optional.of(new SourceRange(start, start + tag.length(), 1, 1)),
                tag));
        return this;
    }

    public APage answeringTheMadeUp(AnAnswer answer) {
        madeUp = Optional.of(answer.from(URL.resolve("assets/made-up.js")));
        return this;
    }

    public APage packed(PackageContents.PackagedFile... files) {
        site = SiteObservation.of(Captured.seen(new PackageContents(List.of(files))));
        return this;
    }

    public APage on(SiteObservation whole) {
        site = whole;
        return this;
    }

    public APage packed(PackageContents packed) {
        site = SiteObservation.of(Captured.seen(packed));
        return this;
    }

    public APage healed(String address, String first) {
        healed.add(new Healed(URL.resolve(address), first, 2, Optional.empty()));
        return this;
    }

    public APage comingAndGoing(String address, String first, int failed, int asked) {
        healed.add(new Healed(URL.resolve(address), first, 2, Optional.of(new Rate(failed, asked))));
        return this;
    }

    /** What the page's HTML named with fingerprints in one answer more. */
    public APage answeringOnce(String... named) {
        builds.add(java.util.stream.Stream.of(named).map(URL::resolve).collect(java.util.stream.Collectors.toSet()));
        return this;
    }

    public APage stating(Role role, String address, String list, StatedDigest digest) {
        URI target = URL.resolve(address);
        references.add(new Reference(
                address,
                Optional.of(target),
                role,
                true,
                Reference.Origin.TABLE,
                URL.resolve(list),
                Optional.of(new SourceRange(10, 20, 2, 3)),
                address,
                Demands.stating(digest)));
        return this;
    }

    public APage needing(Role role, String address, Demands.Need... needs) {
        URI target = URL.resolve(address);
        references.add(new Reference(
                address,
                Optional.of(target),
                role,
                target.getHost().endsWith("shop.example"),
                Reference.Origin.SCRIPT,
                URL.resolve("js/app.js"),
                Optional.of(new SourceRange(10, 20, 2, 3)),
                address,
                Demands.needing(needs)));
        return this;
    }

    public APage throwing(String text, String script, int line) {
        return saying(BrowserMessage.Source.EXCEPTION, text, script, line);
    }

    public APage saying(BrowserMessage.Source source, String text, String script, int line) {
        Optional<String> place = Optional.of(script).filter(s -> !s.isEmpty()).map(s -> URL.resolve(s)
                .toString());
        messages.add(new BrowserMessage(
                source,
                BrowserMessage.Level.ERROR,
                new Quote(text),
                ChromiumMessages.facts(source, BrowserMessage.Level.ERROR, text),
                ChromiumMessages.named(text),
                place,
                line,
                1,
                1));
        return this;
    }

    public APage sighting(String css, int matches, int visible, String... texts) {
        elements.add(new ElementSighting(css, matches, visible, List.of(texts), "", false, Optional.empty()));
        return this;
    }

    public APage sighting(ElementSighting sighting) {
        elements.add(sighting);
        return this;
    }

    /** A call for JSON that a whole page answers. */
    public APage answeringByAPage(ARequest call) {
        answeredByPages.add(call.done().id());
        return requested(call);
    }

    public APage ending(BrowserVisit.Ending how, String detail) {
        ending = how;
        endingDetail = detail;
        return this;
    }

    public APage opening(Dialog dialog) {
        dialogs.add(dialog);
        return this;
    }

    /** Nothing was drawn yet, though there is text. */
    public APage unpainted(String text) {
        rendered = Captured.seen(new RenderedPage(URL, "", text, 0, 20, 1, false, "", List.of(), List.of(), "", false));
        return this;
    }

    public APage taking(Timings times) {
        timings = times;
        return this;
    }

    public APage showing(String title, String text, int objects, boolean onePlainColour) {
        rendered = shown(title, text, objects, onePlainColour);
        return this;
    }

    public APage readAs(String encoding) {
        return rendered(page -> with(page, encoding, page.emptyPictures(), page.templateTexts()));
    }

    public APage showingEmptyPictures(String... tags) {
        return rendered(page -> with(page, page.encoding(), List.of(tags), page.templateTexts()));
    }

    public APage showingTemplateTexts(String... texts) {
        return rendered(page -> with(page, page.encoding(), page.emptyPictures(), List.of(texts)));
    }

    private APage rendered(UnaryOperator<RenderedPage> change) {
        rendered =
                rendered.value().map(page -> Captured.seen(change.apply(page))).orElse(rendered);
        return this;
    }

    private static RenderedPage with(
            RenderedPage page, String encoding, List<String> emptyPictures, List<String> templateTexts) {
        return new RenderedPage(
                page.url(),
                page.title(),
                page.visibleText(),
                page.visibleObjects(),
                page.elements(),
                page.scripts(),
                page.isPainted(),
                encoding,
                emptyPictures,
                templateTexts,
                page.lock(),
                page.onePlainColour());
    }

    public APage showingUrl(String address) {
        rendered = Captured.seen(
                new RenderedPage(URI.create(address), "", "", 0, 3, 0, true, "UTF-8", List.of(), List.of(), "", true));
        return this;
    }

    public APage notRendered(String reason, Fault fault) {
        rendered = Captured.unseen(reason, fault);
        return this;
    }

    public APage withoutScreenshot() {
        screenshot = Captured.unseen("no picture in time", Fault.TOOL);
        return this;
    }

    public PageObservation seen() {
        HtmlDocument read = SourceReader.read(url, source, cut);
        Captured<HtmlDocument> document = html.orElse(Captured.seen(read));
        List<Reference> named =
                new ArrayList<>(document.value().map(SourceReader::references).orElse(List.of()));
        named.addAll(references);
        List<BrowserRequest> all = new ArrayList<>(navigation.stream().toList());
        all.addAll(requests);
        BrowserVisit visit = new BrowserVisit(
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
        return new PageObservation(
                url,
                this.document.from(url),
                document,
                browser.orElse(Captured.seen(visit)),
                named,
                assets,
                madeUp,
                site,
                new OwnSite(url.getHost(), true, List.of()),
                builds,
                healed,
                List.of(),
                1);
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

    public CheckResult judgedBy(Check check) {
        return judgedBy(check, Expectations.NONE);
    }

    public CheckResult judgedBy(Check check, Expectations expected) {
        PageObservation page = seen();
        return Told.of(page, check.judge(page, expected));
    }

    /** All findings after all checks and the joining of causes, in the order of reports. */
    public List<Finding> findings(Expectations expected) {
        return Findings.merged(new CheckRunner(Checks.all())
                .judge(seen(), expected, new CurlCommands()).stream()
                        .flatMap(result -> result.findings().stream())
                        .toList());
    }

    public List<Finding> findings() {
        return findings(Expectations.NONE);
    }

    private static Captured<RenderedPage> shown(String title, String text, int objects, boolean onePlainColour) {
        return Captured.seen(new RenderedPage(
                URL, title, text, objects, 20, 1, true, "UTF-8", List.of(), List.of(), "", onePlainColour));
    }
}
