package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The code that makes a call, as far as it says whether the page needs the answer.
 *
 * @param html the page
 * @param text the text of the script; of code within the page all such code
 */
record CallingCode(HtmlDocument html, String text) {
    /** So many characters around the name are one chain of calls, with the name in its middle. */
    private static final int AROUND = 400;

    private static final Pattern LOOKS = Pattern.compile("\\.ok\\b|\\.status\\b|\\bcatch\\b");
    /** What has no text of its own to be filled in, or is no place for data. */
    private static final Set<String> NO_HOLDERS = Set.of(
            "html",
            "head",
            "body",
            "title",
            "meta",
            "link",
            "base",
            "script",
            "style",
            "noscript",
            "template",
            "img",
            "input",
            "button",
            "textarea",
            "label",
            "a",
            "br",
            "hr",
            "svg",
            "path",
            "iframe",
            "form");

    /** Text alone, or nothing, and then its end. */
    private static final Pattern LEAF = Pattern.compile("[^<]{0,200}</");

    private static final int LONGEST_LEAF = 202;

    /** The code of a call; absent where its text is not known. */
    static Optional<CallingCode> of(PageObservation page, BrowserRequest call) {
        Optional<String> file = call.initiator().map(by -> by.replaceFirst("(:\\d+){1,2}$", ""));
        return page.html().value().filter(html -> !html.cut()).flatMap(html -> file.flatMap(
                        name -> text(page, html, name))
                .map(text -> new CallingCode(html, text)));
    }

    private static Optional<String> text(PageObservation page, HtmlDocument html, String file) {
        if (file.equals(html.url().toString())) {
            return Optional.of(html.scripts().stream()
                    .filter(script -> !script.inert() && Scripts.isCode(script))
                    .map(HtmlElement::text)
                    .collect(Collectors.joining("\n")));
        }
        return page.assets().entrySet().stream()
                .filter(asset -> asset.getKey().toString().equals(file))
                .flatMap(asset -> asset.getValue().whole().stream())
                .filter(response -> response.isOk() && !response.body().isCut())
                .map((HttpAnswer.HttpResponse response) -> response.body().text())
                .findFirst();
    }

    /**
     * Whether the page can do without a file that the host, which has nothing but files, answers with 404 and a page of its own:
     * that is the same for a file which was never there and for one that was lost, so that only the code says more.
     *
     * <p>It can where the code looks at the status, or catches what goes wrong, right where it asks, and fills nothing that stands
     * in the page and waits for it. All else counts as lost: a list that stays empty without a word is worse than a finding too
     * many.
     */
    boolean canDoWithout(URI url) {
        return looksAtAnswer(text, url) && !fills();
    }

    /** Whether it names an element of the HTML that holds nothing, or a text alone such as "Loading", so that it may fill it. */
    boolean fills() {
        return html.markup().tags().stream().anyMatch(tag -> isFilled(html, tag, text));
    }

    private static boolean looksAtAnswer(String code, URI url) {
        String path = String.valueOf(url.getRawPath());
        int at = code.indexOf(path.substring(path.lastIndexOf('/') + 1));
        return at >= 0
                && !path.endsWith("/")
                && LOOKS.matcher(code.substring(Math.max(0, at - AROUND), Math.min(code.length(), at + AROUND)))
                        .find();
    }

    /** Whether a tag holds nothing but text, if anything, and the code names it. */
    private static boolean isFilled(HtmlDocument html, Tag tag, String code) {
        if (NO_HOLDERS.contains(tag.name())) {
            return false;
        }
        int end = Math.min(html.source().length(), tag.end() + LONGEST_LEAF);
        return LEAF.matcher(html.source().substring(tag.end(), end)).lookingAt()
                && tag.attributes().stream().anyMatch(attribute -> isNamed(attribute, code));
    }

    /** By its id, which is the name of a global as well; by a class, or by any other mark, where it stands in quotes. */
    private static boolean isNamed(RawAttribute attribute, String code) {
        return switch (attribute.name().toLowerCase(Locale.ROOT)) {
            case "id" ->
                Pattern.compile("(?<![\\w-])" + Pattern.quote(attribute.value()) + "(?![\\w-])")
                        .matcher(code)
                        .find();
            case "class" ->
                Pattern.compile("\\s+")
                        .splitAsStream(attribute.value().strip())
                        .anyMatch(name -> !name.isEmpty() && code.contains(name));
            default -> attribute.name().startsWith("data-") && code.contains(attribute.name());
        };
    }
}
