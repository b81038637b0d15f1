package dev.smokerunner.check.text;

import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text that a page is made of, and how browsers read it.
 *
 * @param url its URL
 * @param role the page itself, a script or a style sheet
 * @param response what came
 * @param declaration who says how it is encoded; absent where it is read as the page is
 * @param encoding how browsers read it
 */
record WrittenText(URI url, Role role, HttpResponse response, Optional<Declaration> declaration, Encoding encoding) {
    private static final Pattern LINE_COMMENT = Pattern.compile("(?<=^|[\\s;{}])//[^\\n]*", Pattern.MULTILINE);

    /** The page first, then its own classic scripts and style sheets; modules are always read as UTF-8. */
    static List<WrittenText> of(PageObservation page, HttpResponse document) {
        WrittenText root = ofPage(page, document);
        List<WrittenText> texts = new ArrayList<>(List.of(root));
        Set<URI> seen = new HashSet<>();
        for (Reference reference : page.references()) {
            boolean isText = reference.role() == Role.SCRIPT || reference.role() == Role.STYLE;
            reference
                    .url()
                    .filter(url -> isText && reference.firstParty() && seen.add(url))
                    .flatMap(page::asset)
                    .flatMap(HttpAnswer::whole)
                    .filter(HttpResponse::isOk)
                    .ifPresent(response -> texts.add(ofFile(page, reference, response, root.encoding())));
        }
        return texts;
    }

    /**
     * The modules and the data of a page, which are read as UTF-8 whatever anybody says (HTML Standard; RFC 8259, 8.1; Fetch
     * Standard, text()).
     */
    static List<WrittenText> alwaysUtf8(PageObservation page) {
        List<WrittenText> texts = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        for (Reference reference : page.references()) {
            boolean isText =
                    reference.role() == Role.MODULE || reference.role() == Role.JSON || isCalled(page, reference);
            reference
                    .url()
                    .filter(url -> isText && reference.firstParty() && seen.add(url))
                    .flatMap(page::asset)
                    .flatMap(HttpAnswer::whole)
                    .filter(HttpResponse::isOk)
                    .ifPresent(response -> texts.add(new WrittenText(
                            reference.url().orElse(response.url()),
                            reference.role(),
                            response,
                            Optional.empty(),
                            Encoding.UTF_8)));
        }
        return texts;
    }

    private static boolean isCalled(PageObservation page, Reference reference) {
        return reference.role() == Role.OTHER
                && reference.url().map(page::requestsFor).orElse(List.of()).stream()
                        .anyMatch(request -> request.kind() == BrowserRequest.Kind.CALL);
    }

    private static WrittenText ofPage(PageObservation page, HttpResponse document) {
        Optional<Declaration> declaration = Declaration.ofPage(document.headers(), document.body());
        // The browser's own word: it also finds a meta tag that stands further down.
        Encoding encoding = page.browser()
                .value()
                .map(BrowserVisit::rendered)
                .flatMap(Captured::value)
                .map(RenderedPage::encoding)
                .flatMap(Encoding::of)
                .or(() -> declaration.flatMap(Declaration::encoding))
                .orElse(Encoding.FALLBACK);
        return new WrittenText(document.url(), Role.DOCUMENT, document, declaration, encoding);
    }

    private static WrittenText ofFile(
            PageObservation page, Reference reference, HttpResponse response, Encoding ofThePage) {
        Optional<Declaration> own = reference.role() == Role.SCRIPT
                ? Declaration.ofScript(response.headers(), response.body())
                : Declaration.ofStyle(response.headers(), response.body());
        Optional<Declaration> declaration =
                own.filter(said -> said.encoding().isPresent()).or(() -> ofTag(page, reference));
        Encoding encoding = declaration.flatMap(Declaration::encoding).orElse(ofThePage);
        return new WrittenText(
                reference.url().orElse(response.url()), reference.role(), response, declaration, encoding);
    }

    private static Optional<Declaration> ofTag(PageObservation page, Reference reference) {
        return Locations.element(page, reference)
                .flatMap((HtmlElement element) -> element.attribute("charset"))
                .map(label -> new Declaration(Declaration.By.TAG, label))
                .filter(said -> said.encoding().isPresent());
    }

    /** What was written, where it is UTF-8. */
    Optional<String> utf8() {
        return Encoding.utf8(
                response.body().start(response.body().kept()), response.body().isCut());
    }

    /** The same without what only people who read the source see. */
    String withoutComments(String text) {
        return switch (role) {
            case DOCUMENT -> without(text, "<!--", "-->");
            case SCRIPT -> LINE_COMMENT.matcher(without(text, "/*", "*/")).replaceAll(" ");
            default -> without(text, "/*", "*/");
        };
    }

    private static String without(String text, String open, String close) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
            int end = text.indexOf(close, start + open.length());
            if (end < 0) {
                break;
            }
            rest.append(text, at, start).append(' ');
            at = end + close.length();
        }
        return rest.append(text.substring(at)).toString();
    }

    /** Whether it is read as the page is, so that what is wrong with it is wrong with the page. */
    boolean isReadAsThePage() {
        return role == Role.DOCUMENT || declaration.isEmpty();
    }
}
