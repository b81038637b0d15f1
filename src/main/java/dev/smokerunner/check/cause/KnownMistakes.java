package dev.smokerunner.check.cause;

import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.check.wording.CodePlace;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.NoRoot;
import dev.smokerunner.observation.MessageFact.NullValue;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.RefusalFact.RefusedScope;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Knows what builds and pages get wrong most often by what scripts throw then. */
final class KnownMistakes {
    /** The globals and module variables of the documentation of Node.js 22 that browsers do not have. */
    private static final Set<String> OF_NODE = Set.of(
            "require", "module", "exports", "process", "global", "Buffer", "__dirname", "__filename", "setImmediate");

    private static final Pattern LOOK_UP = Pattern.compile(
            "getElementById\\(\\s?[\"'`]([\\w:.-]{1,100})[\"'`]|querySelector\\(\\s?[\"'`]#([\\w-]{1,100})[\"'`]");

    /** How applications of React say what they are drawn into; webpack renames what is called, and never what that gives. */
    private static final Pattern ROOT = Pattern.compile("(?:createRoot|hydrateRoot)\\)?\\(\\s?document\\.(?:" + LOOK_UP
            + ")" + "|document\\.(?:" + LOOK_UP + ")\\s?\\)\\s?\\)\\s?\\.render\\(");

    /** What is looked up stands on the line where its property is asked for, close before it. */
    private static final int BEFORE = 200;

    private KnownMistakes() {}

    static Optional<Advice> of(PageObservation page, BrowserMessage error) {
        if (error.says(NullValue.class) || error.says(NoRoot.class)) {
            Optional<String> id = error.says(NoRoot.class)
                    ? PageCode.of(page)
                            .flatMap(code -> lookedUp(ROOT.matcher(code)).stream())
                            .findFirst()
                    : CodePlace.of(page, error).flatMap(KnownMistakes::lookedUp);
            return id.flatMap(missed -> page.html().value().flatMap(html -> noElement(page, html, missed, error)));
        }
        return missed(error, MissedCode.What.NAME)
                .filter(OF_NODE::contains)
                .findFirst()
                .<Advice>map(Advice.OfNode::new)
                .or(() -> missed(error, MissedCode.What.BARE_MODULE)
                        .findFirst()
                        .map(name -> new Advice.BareName(name, ImportMaps.of(page, name))))
                .or(() -> error.facts(RefusedScope.class).findFirst().map(Advice.WorkerScope::new));
    }

    private static Stream<String> missed(BrowserMessage error, MissedCode.What what) {
        return error.facts(MissedCode.class)
                .filter(missed -> missed.what() == what)
                .flatMap(missed -> missed.name().stream());
    }

    /** The id that was looked up last before the place. */
    private static Optional<String> lookedUp(CodePlace place) {
        return lookedUp(LOOK_UP.matcher(place.around(BEFORE, 0)));
    }

    private static Optional<String> lookedUp(Matcher lookUps) {
        Optional<String> last = Optional.empty();
        while (lookUps.find()) {
            last = IntStream.rangeClosed(1, lookUps.groupCount())
                    .mapToObj(lookUps::group)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
        return last;
    }

    private static Optional<Advice> noElement(
            PageObservation page, HtmlDocument html, String id, BrowserMessage error) {
        Matcher element = Pattern.compile("\\sid\\s?=\\s?[\"']?" + Pattern.quote(id) + "[\"'\\s>/]")
                .matcher(html.source());
        if (!element.find()) {
            return html.cut() ? Optional.empty() : Optional.of(new Advice.NoElement(id, false));
        }
        int stands = element.start();
        return script(page, html, error).filter(start -> start < stands).map(before -> new Advice.NoElement(id, true));
    }

    /** Where the HTML names the script that threw; empty for the page's own code. */
    private static Optional<Integer> script(PageObservation page, HtmlDocument html, BrowserMessage error) {
        return page.references().stream()
                .filter(reference -> reference.file().equals(html.url()))
                .filter(reference -> reference
                        .url()
                        .filter(url ->
                                error.url().filter(url.toString()::equals).isPresent())
                        .isPresent())
                .flatMap((Reference reference) -> reference.range().stream())
                .map(range -> range.start())
                .findFirst();
    }
}
