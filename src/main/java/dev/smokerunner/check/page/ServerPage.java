package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.PageObservation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pages that servers make of themselves where no page was deployed: the one that says that the server works, and the
 * list of a folder's files.
 *
 * <p>Who requires an element or a title says that such a page is meant, where it has them.
 */
final class ServerPage {
    private static final Kind DEFAULT = Kind.alone("page-of-the-server");
    private static final Kind LISTING = Kind.alone("page-is-a-listing");

    /**
     * Titles as the packages of Debian, Red Hat, Alpine and Windows have them: nginx, Apache, lighttpd, Caddy, IIS; and as the
     * tool of a hosting platform puts them in place of a site's own page: firebase-tools 15.34.2.
     */
    private static final Pattern WELCOME = Pattern.compile(
            "Welcome to nginx!|Apache2 \\w+ Default Page: It works"
                    + "|Test Page for the .{0,20}(?:Apache|Nginx|HTTP Server).{0,60}|HTTP Server Test Page.{0,60}"
                    + "|Welcome to Firebase Hosting|Welcome to OpenResty!|Caddy works!|IIS Windows(?: Server)?|Welcome page \\(lighttpd\\)");

    /** nginx and Apache; Python; Express' serve-index; Jetty; IIS has no title of its own kind. */
    private static final Pattern LIST = Pattern.compile(
            "(?:Index of|Directory listing for|listing directory|Directory:) /\\S{0,300}", Pattern.CASE_INSENSITIVE);

    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,100}>([^<]{1,400})</title", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 8192;

    private ServerPage() {}

    static Optional<DocumentTrouble> of(PageObservation page, Expectations expected) {
        boolean isMeant = !expected.required().isEmpty() || expected.title().isPresent();
        return isMeant ? Optional.empty() : page.html().value().flatMap(ServerPage::trouble);
    }

    private static Optional<DocumentTrouble> trouble(HtmlDocument html) {
        String head = html.source().substring(0, Math.min(HEAD, html.source().length()));
        Matcher found = TITLE.matcher(head);
        if (!found.find()) {
            return Optional.empty();
        }
        String title = found.group(1).strip();
        if (WELCOME.matcher(title).matches()) {
            return Optional.of(new DocumentTrouble(
                    DEFAULT,
                    "is the one that a server shows before anything is deployed: " + Format.line(title),
                    Format.line(title),
                    Optional.of("upload the site to the folder that this server serves, or correct its root")));
        }
        // A text about such lists has another heading than its title, or a title of more words.
        boolean isList = LIST.matcher(title).matches()
                && html.source().contains(title + "</h1>")
                && html.scripts().isEmpty();
        return isList
                ? Optional.of(new DocumentTrouble(
                        LISTING,
                        "is a list of the folder's files: it has no page of the name that the server looks for",
                        Format.line(title),
                        Optional.of("upload index.html, or name the page that is there as the server's index")))
                : Optional.empty();
    }
}
