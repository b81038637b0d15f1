package dev.smokerunner.check.release;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageChange.Touched;
import dev.smokerunner.observation.PageDifference;
import dev.smokerunner.observation.PageDifference.ServedPage;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a page is that is served where a page of a release should be. */
final class ServedPages {
    /**
     * Two releases of one page have more words in common, and two products fewer. Of 2669 pairs of pages of the test sites and
     * the real builds, 2439 have less than this in common and 221 half or more: other pages, and kin. Only 9 lie between.
     */
    private static final double SAME_PRODUCT = 0.4;
    /** How the pages of log-in services and of content systems are called and addressed. */
    private static final Pattern LOG_IN = Pattern.compile(
            "\\b(log|sign)[ -]?(in|on)\\b|\\b(login|signin|sso|oauth2?|saml2?|authori[sz]e|anmelden|anmeldung|connexion"
                    + "|iniciar sesi\u00f3n|accedi|inloggen)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    /** What pages say that stand in for a site which is closed for now. */
    private static final Pattern CLOSED = Pattern.compile(
            "maintenance|be (right )?back|temporarily (unavailable|closed|down)|under construction|coming soon|wartung"
                    + "|down for|service unavailable|mantenimiento|manutenzione|onderhoud",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ServedPages() {}

    /** What can be served where a page of a release should be. */
    enum Kind {
        /** That page, as it was packaged or rewritten in a way that changes nothing. */
        RELEASED,
        /** That page, with something in it that does not matter. */
        TOUCHED,
        /** That page, with another text or structure. */
        ALTERED,
        /** The page of another release. */
        OF_ANOTHER_RELEASE,
        /** A page that asks who one is. */
        LOG_IN,
        /** A page that says that the site is closed for now. */
        CLOSED,
        /** Anything else. */
        STRANGER;

        /** Whether it is a page of another product than the release. */
        boolean isForeign() {
            return this == LOG_IN || this == CLOSED || this == STRANGER;
        }
    }

    /** What a page is that answers with 200. */
    static Kind of(FileSighting page) {
        if (page.isLive()) {
            return Kind.RELEASED;
        }
        if (page.isPrevious()) {
            return Kind.OF_ANOTHER_RELEASE;
        }
        Optional<PageDifference> difference = page.difference().page();
        return difference
                .map(seen -> of(page, seen))
                .orElseGet(
                        () -> isAlike(page.difference()) || isUnread(page) ? Kind.OF_ANOTHER_RELEASE : Kind.STRANGER);
    }

    private static Kind of(FileSighting page, PageDifference seen) {
        boolean isProduct = isAlike(page.difference())
                || seen.sharesFiles()
                || seen.served().isTitleSame();
        return standIn(page, seen, isProduct).orElseGet(() -> isProduct ? ofProduct(page, seen) : Kind.STRANGER);
    }

    /** A page that keeps visitors from the product; none that has files of the release keeps anybody from it. */
    private static Optional<Kind> standIn(FileSighting page, PageDifference seen, boolean isProduct) {
        if (seen.sharesFiles()) {
            return Optional.empty();
        }
        ServedPage said = seen.served();
        String words = said.title() + " \n " + said.heading();
        if (isLogIn(page, said, words, isElsewhere(page) || !isProduct)) {
            return Optional.of(Kind.LOG_IN);
        }
        return !said.isTitleSame() && CLOSED.matcher(words).find() ? Optional.of(Kind.CLOSED) : Optional.empty();
    }

    /** Which page of the product it is. */
    private static Kind ofProduct(FileSighting page, PageDifference seen) {
        boolean isOfAnother = seen.isRenamed()
                || !seen.strangeFiles().isEmpty()
                || ServedBy.keeper(page).isPresent();
        if (isOfAnother) {
            return Kind.OF_ANOTHER_RELEASE;
        }
        return impact(seen).isAtLeast(Severity.SEV3) ? Kind.ALTERED : Kind.TOUCHED;
    }

    private static boolean isLogIn(FileSighting page, ServedPage said, String words, boolean mayBe) {
        URI url = page.answer().response().map(HttpResponse::url).orElse(page.url());
        String address = url.getHost() + " " + url.getRawPath();
        boolean isCalledSo = LOG_IN.matcher(words).find()
                || isElsewhere(page) && LOG_IN.matcher(address).find();
        return said.asksForPassword() || mayBe && isCalledSo;
    }

    /** Whether a redirect led to another page: not from http to https, and not from a folder to its page. */
    private static boolean isElsewhere(FileSighting page) {
        return page.answer()
                .response()
                .map(HttpResponse::url)
                .filter(url -> !place(url).equals(place(page.url())))
                .isPresent();
    }

    private static String place(URI url) {
        return url.getHost() + String.valueOf(url.getRawPath()).replaceAll("(/|/?index\\.html?)$", "");
    }

    /** As bad as the worst that was touched; what nobody can list is a page of its own. */
    static Severity impact(PageDifference seen) {
        return seen.changes().stream()
                .filter(change -> change.kind() == PageChange.Kind.CHANGED)
                .map(PageChange::touched)
                .map(ServedPages::impact)
                .min(Comparator.naturalOrder())
                .orElse(seen.isComplete() ? Severity.SEV4 : Severity.SEV3);
    }

    private static Severity impact(Touched touched) {
        return switch (touched) {
            case SCRIPT, STYLE, FRAME, POLICY, FORM -> Severity.SEV2;
            case STRUCTURE, TEXT -> Severity.SEV3;
            case FOOTER, MINOR -> Severity.SEV4;
        };
    }

    /** Whether two texts have enough words in common to be two forms of one. */
    static boolean isAlike(Difference difference) {
        return difference.alike() >= SAME_PRODUCT;
    }

    /** Whether its text was not compared: it is cut, or longer than anybody compares. */
    private static boolean isUnread(FileSighting page) {
        return page.difference().equals(Difference.UNREAD);
    }

    /** What a foreign page is, in words, with what it calls itself and where it was found. */
    static String words(FileSighting page) {
        String what =
                switch (of(page)) {
                    case LOG_IN -> "a log-in page";
                    case CLOSED -> "a page that says that the site is closed for now";
                    default -> "another product";
                };
        String title = page.difference()
                .page()
                .map(seen -> seen.served().title())
                .filter(text -> !text.isBlank())
                .map(text -> " (\"" + Format.line(text, 80) + "\")")
                .orElse("");
        String where = page.answer()
                .response()
                .map(HttpResponse::url)
                .filter(url -> isElsewhere(page))
                .map(url -> ", redirected to " + Format.line(url.toString(), 150))
                .orElse("");
        return what + title + where;
    }

    /** What to do about a foreign page. */
    static String hint(FileSighting first) {
        return switch (of(first)) {
            case LOG_IN ->
                "something in front of the site asks who one is: give the run the credentials"
                        + " (browser.headers, browser.basic-auth), or take the log-in away where the release should be public";
            case CLOSED -> "somebody closed the site, or a server in front of it: end that, then look again";
            default -> "compare the environment's url and the --release that was given";
        };
    }
}
