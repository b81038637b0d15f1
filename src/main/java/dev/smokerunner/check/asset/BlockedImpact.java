package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Blocking;
import dev.smokerunner.check.view.Blockings;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.LostScripts;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How bad it is that the browser kept something from the page. */
final class BlockedImpact {
    /** The rules by which a host keeps its scripts from the pages of others. */
    private static final Set<BlockingRule> LOSING = EnumSet.of(BlockingRule.CORP, BlockingRule.CORS);

    /** What is wrong only where credentials are sent. */
    private static final Set<CorsFlaw> OF_CREDENTIALS = EnumSet.of(CorsFlaw.WILDCARD, CorsFlaw.NO_CREDENTIALS);

    private static final Set<Role> CODE_AND_STYLE = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.WORKER, Role.STYLE);

    private final PageObservation page;
    private final Expectations expected;
    private final Blockings refusals;
    private final LostScripts lost;

    BlockedImpact(PageView view, Expectations expected) {
        this.page = view.observation();
        this.expected = expected;
        this.refusals = view.blockings();
        this.lost = view.lostScripts();
    }

    /**
     * The impact.
     *
     * @param refusal by which rule
     * @param url what it is about
     * @param frame the frame that shows it, if one does
     */
    Severity of(Blocking refusal, URI url, Optional<RefusedFrame> frame) {
        if (isOwnCode(refusal, url) || isForOtherPages(refusal, url) || isOnlyStyle(url)) {
            return Severity.SEV2;
        }
        boolean isShown = frame.filter(RefusedFrame::takesRoom).isPresent() || leavesGap(url);
        return page.ownSite().has(url) || isShown || isLostByThePage(refusal) ? Severity.SEV3 : Severity.SEV4;
    }

    /** Whether a host keeps code from the page that is the page's own: all that comes from there, or a module that it imports. */
    private boolean isOwnCode(Blocking refusal, URI url) {
        return LOSING.contains(refusal.rule()) && (lost.isOwnCode(Requests.host(url)) || lost.isLinked(url));
    }

    /**
     * Whether the page's HTML names code or a style sheet of a host that knows its pages by name, and this is none of them: a
     * file of the page's own, which was put elsewhere for another address of the site.
     */
    private boolean isForOtherPages(Blocking refusal, URI url) {
        return refusal.fact().cors().filter(CorsFlaw.OTHER_ORIGIN::equals).isPresent()
                && namedInHtml()
                        .anyMatch(one -> CODE_AND_STYLE.contains(one.role())
                                && one.url().filter(url::equals).isPresent());
    }

    /** Whether it is the page's style, all of it: what it shows then is bare. */
    private boolean isOnlyStyle(URI url) {
        List<URI> styles = namedInHtml()
                .filter(one -> one.role() == Role.STYLE)
                .flatMap(one -> one.url().stream())
                .toList();
        return styles.contains(url)
                && !PageStyle.isInHtml(page)
                && styles.stream().allMatch(this::isRefused);
    }

    private boolean isRefused(URI url) {
        return refusals.wanted(expected).stream().anyMatch(one -> one.url().equals(url.toString()));
    }

    private Stream<Reference> namedInHtml() {
        return page.references().stream().filter(one -> one.origin() == Reference.Origin.HTML);
    }

    /** Whether visitors see that a picture is not there. */
    private boolean leavesGap(URI url) {
        return page.rendered()
                .filter(shown -> shown.lostPictures().contains(url.toString()))
                .isPresent();
    }

    /** Whether the page itself loses what its files name: a policy may be meant for what others put in, these rules are not. */
    private boolean isLostByThePage(Blocking refusal) {
        return refusal.rule() == BlockingRule.SAME_ORIGIN
                || refusal.rule() == BlockingRule.COEP && refusals.isNamed(refusal)
                || LOSING.contains(refusal.rule()) && refusals.isOfNamedSheet(refusal)
                || refusals.isOfCss(refusal)
                || isOwnBackEnd(refusal)
                // Visits are counted by calls; who opens a socket from his own code waits for what comes by it.
                || refusal.isBy("connect-src") && refusal.url().startsWith("ws") && refusals.isCalled(refusal);
    }

    /**
     * Whether the page's own code sends its visitor's cookies there and reads what comes: its own back end, by another name.
     * Who counts visits, or asks what to show for one, sends more than he asks for, or says which page it is.
     */
    private boolean isOwnBackEnd(Blocking refusal) {
        return refusal.fact().cors().filter(OF_CREDENTIALS::contains).isPresent()
                && refusals.isCalled(refusal)
                && Requests.of(page).stream()
                        .filter(request -> request.url().toString().equals(refusal.url()))
                        .anyMatch(request -> request.method().equals("GET") && !saysWhere(request.url()));
    }

    /** Whether an address has that of the page in its query. */
    private boolean saysWhere(URI url) {
        return Optional.ofNullable(url.getQuery())
                .filter(query -> query.contains(
                        page.url().getScheme() + "://" + page.url().getAuthority()))
                .isPresent();
    }
}
