package dev.smokerunner.check;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
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
import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observation.StatedDigest;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A page as it may be observed: healthy and empty of assets, unless it is told otherwise. */
public final class APage {
    public static final URI URL = URI.create("https://shop.example/");

    private URI url = URL;
    private String source = "<!DOCTYPE html><title>Shop</title><h1>Shop</h1>";
    private boolean cut;
    private AnAnswer document = AnAnswer.of(200, "text/html", source);
    private Optional<Captured<HtmlDocument>> html = Optional.empty();
    private Optional<Captured<BrowserVisit>> browser = Optional.empty();
    private final AVisit visit = new AVisit();
    private final List<Reference> references = new ArrayList<>();
    private final Map<URI, HttpAnswer> assets = new LinkedHashMap<>();
    private Optional<HttpAnswer> madeUp = Optional.empty();
    private SiteObservation site = SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED));
    private final Map<URI, SourceRange> unclosed = new LinkedHashMap<>();
    private final List<Set<URI>> builds = new ArrayList<>();
    private final List<Healed> healed = new ArrayList<>();

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

    public APage at(String address) {
        url = URI.create(address);
        return navigated(ARequest.of(Kind.DOCUMENT, address).answered(200, "text/html"));
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
        visit.navigation = Optional.of(request.done());
        return this;
    }

    public APage withoutNavigation() {
        visit.navigation = Optional.empty();
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
        visit.requests.add(request.done());
        return this;
    }

    public APage answering(String address, AnAnswer answer) {
        assets.put(URL.resolve(address), answer.from(URL.resolve(address)));
        return this;
    }

    public APage naming(Role role, String address) {
        return naming(role, address, Reference.Origin.CSS);
    }

    public APage naming(Role role, String address, Reference.Origin origin) {
        references.add(AReference.inStyleSheet(role, address, origin));
        return this;
    }

    public APage namingByTag(Role role, String raw, String tag) {
        references.add(AReference.ofTag(role, raw, tag, source.indexOf(tag)));
        return this;
    }

    public APage answeringTheMadeUp(AnAnswer answer) {
        madeUp = Optional.of(answer.from(URL.resolve("assets/made-up.js")));
        return this;
    }

    public APage packed(PackageContents.PackagedFile... files) {
        return packed(new PackageContents(List.of(files)));
    }

    public APage on(SiteObservation whole) {
        site = whole;
        return this;
    }

    public APage packed(PackageContents packed) {
        return on(SiteObservation.of(Captured.seen(packed)));
    }

    public APage healed(String address, String first) {
        healed.add(new Healed(URL.resolve(address), first, 2, Optional.empty()));
        return this;
    }

    public APage comingAndGoing(String address, String first, int failed, int asked) {
        healed.add(new Healed(URL.resolve(address), first, 2, Optional.of(new Rate(failed, asked))));
        return this;
    }

    /** A script whose end leaves a bracket open. */
    public APage leavingOpen(String script, int line, int column) {
        unclosed.put(URL.resolve(script), new SourceRange(0, 1, line, column));
        return this;
    }

    /** What the page's HTML named with fingerprints in one answer more. */
    public APage answeringOnce(String... named) {
        builds.add(java.util.stream.Stream.of(named).map(URL::resolve).collect(java.util.stream.Collectors.toSet()));
        return this;
    }

    public APage stating(Role role, String address, String list, StatedDigest digest) {
        references.add(AReference.listed(role, address, list, Demands.stating(digest)));
        return this;
    }

    public APage needing(Role role, String address, Demands.Need... needs) {
        references.add(AReference.inScript(role, address, Demands.needing(needs)));
        return this;
    }

    public APage throwing(String text, String script, int line) {
        return saying(BrowserMessage.Source.EXCEPTION, text, script, line);
    }

    public APage saying(BrowserMessage.Source source, String text, String script, int line) {
        visit.say(source, text, script, line);
        return this;
    }

    public APage sighting(String css, int matches, int visible, String... texts) {
        return sighting(new ElementSighting(css, matches, visible, List.of(texts), "", false, Optional.empty()));
    }

    public APage sighting(ElementSighting sighting) {
        visit.elements.add(sighting);
        return this;
    }

    /** A call for JSON that a whole page answers. */
    public APage answeringByAPage(ARequest call) {
        visit.answeredByPages.add(call.done().id());
        return requested(call);
    }

    public APage ending(BrowserVisit.Ending how, String detail) {
        visit.ending = how;
        visit.endingDetail = detail;
        return this;
    }

    public APage opening(Dialog dialog) {
        visit.dialogs.add(dialog);
        return this;
    }

    public APage taking(Timings times) {
        visit.timings = times;
        return this;
    }

    public APage showing(String title, String text, int objects, boolean onePlainColour) {
        return rendered(page -> ARendering.of(title, text, objects, onePlainColour));
    }

    public APage readAs(String encoding) {
        return rendered(page -> ARendering.with(page, encoding, page.templateTexts()));
    }

    public APage showingTemplateTexts(String... texts) {
        return rendered(page -> ARendering.with(page, page.encoding(), List.of(texts)));
    }

    public APage outlined(PageOutline outline) {
        return rendered(page -> ARendering.outlined(page, outline));
    }

    /** It shows something else besides. */
    public APage rendered(UnaryOperator<RenderedPage> change) {
        visit.rendered = visit.rendered.map(change);
        return this;
    }

    public APage showingUrl(String address) {
        return rendered(page -> ARendering.empty(URI.create(address)));
    }

    public APage notRendered(String reason, Fault fault) {
        visit.rendered = Captured.unseen(reason, fault);
        return this;
    }

    public APage withoutScreenshot() {
        visit.screenshot = Captured.unseen("no picture in time", Fault.TOOL);
        return this;
    }

    public PageObservation seen() {
        HtmlDocument read = SourceReader.read(url, source, cut);
        Captured<HtmlDocument> document = html.orElse(Captured.seen(read));
        Stream<List<Reference>> ofHtml = document.value().stream().map(SourceReader::references);
        return new PageObservation(
                url,
                this.document.from(url),
                document,
                browser.orElseGet(() -> Captured.seen(visit.done())),
                Stream.concat(ofHtml.flatMap(List::stream), references.stream()).toList(),
                assets,
                madeUp,
                site,
                new OwnSite(url.getHost(), true, List.of()),
                unclosed,
                builds,
                healed,
                List.of(),
                1);
    }

    public CheckResult judgedBy(Check check) {
        return judgedBy(check, Expectations.NONE);
    }

    public CheckResult judgedBy(Check check, Expectations expected) {
        PageObservation page = seen();
        return Told.of(page, check.judge(new PageView(page), expected));
    }

    /** All findings after all checks and the joining of causes, in the order of reports. */
    public List<Finding> findings(Expectations expected) {
        return Told.byAll(seen(), expected);
    }

    public List<Finding> findings() {
        return findings(Expectations.NONE);
    }
}
