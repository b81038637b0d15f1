package dev.smokerunner.check.page;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.CodePlace;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.Optional;

/** Finds the place that names the page to which visitors are sent: a refresh tag, or a text in a script. */
final class TargetMention {
    private static final String QUOTES = "\"'`";
    /** An address in a script is rarely longer; nothing longer is read, so that long lines are read in linear time. */
    private static final int LONGEST_ADDRESS = 200;

    private static final int EXCERPT_BEFORE = 60;
    private static final int EXCERPT = 160;

    private final PageView view;
    private final PageObservation page;
    private final HtmlDocument html;
    private final URI target;

    private TargetMention(PageView view, HtmlDocument html, URI target) {
        this.view = view;
        this.page = view.observation();
        this.html = html;
        this.target = target;
    }

    /** The place; absent where the address is put together, or a page sends visitors on whose source nobody read. */
    static Optional<Location> of(PageView view, SentOn sentOn) {
        return view.observation()
                .html()
                .value()
                .filter(html -> html.url().equals(sentOn.sender().finalUrl()))
                .map(html -> new TargetMention(view, html, sentOn.url()))
                .flatMap(mention -> mention.inTag().or(mention::inInlineScript).or(mention::inScript));
    }

    private Optional<Location> inTag() {
        return page.references().stream()
                .filter(reference -> reference.url().filter(target::equals).isPresent())
                .filter(reference -> Locations.element(page, reference)
                        .filter(element -> element.name().equals("meta") && !element.inert())
                        .isPresent())
                .findFirst()
                .flatMap(reference -> Locations.of(page, reference));
    }

    private Optional<Location> inInlineScript() {
        return html.scripts().stream()
                .filter(Scripts::isCode)
                .flatMap(script -> in(script.text())
                        .map(at -> Locations.of(html, script.startTag().end() + at, excerpt(script.text(), at)))
                        .stream())
                .findFirst();
    }

    private Optional<Location> inScript() {
        return view.assets().stream()
                .filter(Asset::isScript)
                .flatMap(script -> script
                        .answer()
                        .flatMap(HttpAnswer::whole)
                        .filter(HttpResponse::isOk)
                        .map(HttpResponse::body)
                        .map(Body::text)
                        .flatMap(text -> in(text).map(at -> place(script.url(), text, at)))
                        .stream())
                .findFirst();
    }

    private static Location place(URI file, String text, int at) {
        CodePlace place = CodePlace.at(file, text, at);
        return new Location(Locations.file(file), place.line(), place.column(), excerpt(text, at));
    }

    private static String excerpt(String text, int at) {
        int start = Math.max(text.lastIndexOf('\n', at) + 1, at - EXCERPT_BEFORE);
        int end = text.indexOf('\n', at);
        return Format.line(text.substring(start, Math.min(end < 0 ? text.length() : end, start + EXCERPT)));
    }

    /** Where a quoted text in code means the target. */
    private Optional<Integer> in(String code) {
        String name = lastSegment();
        for (int at = name.isEmpty() ? -1 : code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
            int start = start(code, at);
            int end = end(code, at + name.length());
            if (start > 0 && end > 0 && isTarget(code.substring(start, end))) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** A lone word may be anything: only what looks like an address is taken for one. */
    private boolean isTarget(String text) {
        boolean isAddress = text.contains("/") || text.contains(".");
        return isAddress
                && Urls.resolved(html.base(), text)
                        .filter(url -> String.valueOf(url.getRawAuthority()).equals(target.getRawAuthority())
                                && String.valueOf(url.getRawPath()).equals(target.getRawPath()))
                        .isPresent();
    }

    private String lastSegment() {
        String path = String.valueOf(target.getRawPath());
        int slash = path.lastIndexOf('/', path.length() - 2);
        return path.equals("/") ? "" : path.substring(slash + 1);
    }

    /** The offset behind the quote before it; 0 where there is none near. */
    private static int start(String code, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LONGEST_ADDRESS); i--) {
            if (QUOTES.indexOf(code.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The offset of the quote behind it; 0 where there is none near. */
    private static int end(String code, int from) {
        for (int i = from; i < Math.min(code.length(), from + LONGEST_ADDRESS); i++) {
            if (QUOTES.indexOf(code.charAt(i)) >= 0) {
                return i;
            }
        }
        return 0;
    }
}
