package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Blocking;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that the browser kept from the page, with what is known of it.
 *
 * @param refusal by which rule
 * @param url its URL
 * @param noun what it is, e.g. {@code font}
 * @param mayHaveNonce whether it is code or a style sheet, which a policy can allow by a nonce
 * @param impact how bad it is without it
 * @param where the place that names it; absent where only a script does
 * @param tag the tag that names it; absent where none does
 */
record Blocked(
        Blocking refusal,
        URI url,
        String noun,
        boolean mayHaveNonce,
        Severity impact,
        Optional<Location> where,
        Optional<HtmlElement> tag) {
    private static final Kind BY_POLICY =
            Kind.cause("blocked-by-policy").evenIfMild().byTheBrowser().toldBy(PolicyAllowance::isOfOneNonce);
    private static final Kind MIXED =
            Kind.cause("blocked-mixed-content").evenIfMild().byTheBrowser();
    private static final Kind BY_CORS =
            Kind.cause("blocked-by-cors").evenIfMild().byTheBrowser();
    private static final Kind BY_CORP =
            Kind.cause("blocked-by-corp").evenIfMild().byTheBrowser();
    private static final Kind BY_COEP =
            Kind.cause("blocked-by-coep").evenIfMild().byTheBrowser();
    private static final Kind FRAME_BY_COEP =
            Kind.cause("blocked-frame-by-coep").evenIfMild().byTheBrowser();
    private static final Kind BY_ORB = Kind.cause("blocked-by-orb").evenIfMild().byTheBrowser();
    private static final Kind DRAWN_FROM_ELSEWHERE =
            Kind.cause("blocked-svg-use").evenIfMild().byTheBrowser();
    private static final Kind UNFRAMED =
            Kind.cause("blocked-frame").evenIfMild().byTheBrowser();

    /** What something is that a rule kept away. */
    static Kind kind(BlockingRule rule) {
        return switch (rule) {
            case CSP -> BY_POLICY;
            case MIXED_CONTENT -> MIXED;
            case CORS -> BY_CORS;
            case CORP -> BY_CORP;
            case COEP -> BY_COEP;
            case COEP_OF_FRAME -> FRAME_BY_COEP;
            case ORB -> BY_ORB;
            case FRAME -> UNFRAMED;
            case SAME_ORIGIN -> DRAWN_FROM_ELSEWHERE;
        };
    }

    /**
     * What things that are blocked have in common.
     *
     * @param rule the rule
     * @param reason the directive of the policy, or what the answer lacks
     * @param origin the host that would have to be allowed; empty where it does not matter
     */
    record Cause(BlockingRule rule, Quote reason, String origin) {}

    /** What it has in common with others of the same cause. */
    Cause cause() {
        return allowance().filter(PolicyAllowance::isOfNonce).isPresent()
                ? causeOfAll()
                : new Cause(refusal.rule(), refusal.fact().reason(), Origins.of(url));
    }

    /** What would have to be allowed; absent where no policy of the page forbids it. */
    private Optional<PolicyAllowance> allowance() {
        boolean hasOwnNonce = has("nonce");
        return refusal.rule() == BlockingRule.CSP
                ? refusal.fact().directive().map(policy -> new PolicyAllowance(policy, url, mayHaveNonce, hasOwnNonce))
                : Optional.empty();
    }

    /** What it has in common with others of the same rule, whoever they are of. */
    Cause causeOfAll() {
        return new Cause(refusal.rule(), refusal.fact().reason(), "");
    }

    /** Puts the trouble into words. */
    DetectionBuilder describe(DetectionBuilder finding, PageObservation page) {
        return switch (refusal.rule()) {
            case CSP -> policy(finding, page);
            case MIXED_CONTENT -> mixed(finding, page);
            case CORS -> cors(finding, page);
            case CORP ->
                finding.message(title(), Verb.BE, " blocked: its answer does not allow other origins to embed it")
                        .expected("Cross-Origin-Resource-Policy: cross-origin, or same-site for hosts of one site")
                        .actual(reason())
                        .hint("let " + url.getHost() + " send another Cross-Origin-Resource-Policy with it, or none");
            case COEP ->
                finding.message(
                                title(),
                                Verb.BE,
                                " blocked: the page sends Cross-Origin-Embedder-Policy, and this answer"
                                        + " does not agree to be embedded")
                        .expected("Cross-Origin-Resource-Policy: cross-origin on " + Origins.of(url))
                        .actual(reason())
                        .hint("let " + url.getHost()
                                + " send Cross-Origin-Resource-Policy: cross-origin with it, or take"
                                + " the page's Cross-Origin-Embedder-Policy away");
            case COEP_OF_FRAME -> unisolated(finding);
            case ORB ->
                finding.message(title(), Verb.BE, " blocked: a page or data answers in its place")
                        .expected("an answer of the type that the page asks for")
                        .actual(reason())
                        .hint("look at what " + url.getHost() + " answers: the file is missing there, or has moved");
            case SAME_ORIGIN -> drawn(finding, page);
            case FRAME ->
                finding.message(title(), Verb.BE, " blocked: it does not allow this page to frame it")
                        .expected("an answer that the page may frame")
                        .actual(reason())
                        .hint("let " + url.getHost() + " send Content-Security-Policy: frame-ancestors "
                                + Origins.of(page.url()) + " with it, and no X-Frame-Options");
        };
    }

    private DetectionBuilder unisolated(DetectionBuilder finding) {
        return finding.message(
                        title(),
                        Verb.BE,
                        " blocked: the page sends Cross-Origin-Embedder-Policy, and this answer does not")
                .expected("the page's own Cross-Origin-Embedder-Policy on " + url)
                .actual("an answer without it")
                .hint("let " + url.getHost() + " send Cross-Origin-Embedder-Policy with frames and workers too,"
                        + " or take the page's away");
    }

    private DetectionBuilder drawn(DetectionBuilder finding, PageObservation page) {
        return finding.message(
                        title(),
                        Verb.BE,
                        " not drawn: browsers take what <use> names from the page's own origin only,"
                                + " whatever headers the other one sends")
                .expected("<use> with an address of " + Origins.of(page.url()))
                .actual(Origins.of(url))
                .hint("serve the file from the page's own host, or put its symbols into the page and name them"
                        + " by #id alone");
    }

    private DetectionBuilder mixed(DetectionBuilder finding, PageObservation page) {
        return downgrade(page)
                .map(hop -> finding.message(
                                title(),
                                Verb.BE,
                                " blocked as mixed content: it is named with https, and redirected to " + hop.to())
                        .expected("a redirect that stays with https")
                        .actual(hop.status() + " " + hop.from() + " -> " + hop.to())
                        .hint("let " + hop.from().getHost()
                                + " redirect to an https:// address; the page's own is right"))
                .orElseGet(() -> finding.message(
                                title(), Verb.BE, " blocked as mixed content: the page is https, and it is not")
                        .expected("an https:// address")
                        .actual(url.toString())
                        .hint("name it with https://, after making sure that its host answers there"));
    }

    /** The hop that leads from a secure address to the one that was refused. */
    private Optional<Redirect> downgrade(PageObservation page) {
        Stream<Redirect> seen = Requests.of(page).stream().flatMap(request -> request.redirects().stream());
        Stream<Redirect> asked = page.assets().values().stream().flatMap(answer -> answer.redirects().stream());
        return Stream.concat(seen, asked)
                .filter(hop -> "https".equalsIgnoreCase(hop.from().getScheme())
                        && "http".equalsIgnoreCase(hop.to().getScheme()))
                .filter(hop ->
                        hop.to().toString().equals(refusal.url()) || hop.from().equals(url))
                .findFirst();
    }

    private String reason() {
        return Format.line(refusal.fact().reason());
    }

    private String title() {
        return "the " + noun + " " + url;
    }

    private DetectionBuilder policy(DetectionBuilder finding, PageObservation page) {
        PolicyDirective policy = refusal.fact().directive().orElseThrow();
        PolicyAllowance allowance = allowance().orElseThrow();
        String place = new ContentPolicies(page).place(policy);
        Optional<MissingSemicolon> semicolon = MissingSemicolon.of(page, policy);
        allowance.fault().ifPresent(finding::fault);
        return finding.said(semicolon.stream().map(MissingSemicolon::said).toList())
                .message(
                        title(),
                        Verb.BE,
                        " blocked: the page's policy does not allow it, " + policy.name() + " in " + place
                                + semicolon.map(MissingSemicolon::flaw).orElseGet(allowance::flaw))
                .expected(semicolon.map(MissingSemicolon::expected).orElseGet(allowance::expected))
                .actual(reason())
                .hint(semicolon.map(MissingSemicolon::hint).orElseGet(allowance::hint))
                .reproduce(Reproduction.headers(page.url()));
    }

    private DetectionBuilder cors(DetectionBuilder finding, PageObservation page) {
        String origin = Origins.of(page.url());
        boolean mayDoWithout = has("crossorigin") && !has("integrity") && !isAlwaysShared();
        CorsAllowance allowance = new CorsAllowance(
                refusal.fact().cors().orElse(CorsFlaw.OTHER),
                origin,
                url.getHost(),
                isAllowed(page, origin),
                mayDoWithout);
        return finding.message(title(), Verb.BE, " blocked by CORS: " + allowance.flawText())
                .expected(allowance.expected())
                .actual(reason())
                .hint(allowance.hint())
                .reproduce(Reproduction.headers(url, origin));
    }

    private boolean has(String attribute) {
        return tag.flatMap(element -> element.attribute(attribute)).isPresent();
    }

    /** Modules and fonts are asked for by the rules of CORS, whatever their tag says. */
    private boolean isAlwaysShared() {
        return tag.filter(element -> Scripts.isModule(element)
                        || element.attribute("rel")
                                .filter("modulepreload"::equalsIgnoreCase)
                                .isPresent()
                        || element.attribute("as")
                                .filter("font"::equalsIgnoreCase)
                                .isPresent())
                .isPresent();
    }

    /** Whether plain HTTP got an answer that the origin may read. */
    private boolean isAllowed(PageObservation page, String origin) {
        return page.asset(url)
                .flatMap(HttpAnswer::whole)
                .flatMap(response -> response.headers().first("access-control-allow-origin"))
                .filter(allowed -> allowed.equals(origin) || allowed.equals("*"))
                .isPresent();
    }
}
