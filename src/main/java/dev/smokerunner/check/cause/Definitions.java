package dev.smokerunner.check.cause;

import dev.smokerunner.check.cause.Advice.LateDefinition;
import dev.smokerunner.check.cause.Advice.Lateness;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the script that defines a name which another one misses: where it is there, it ran too late. */
final class Definitions {
    /** A text of megabytes is searched once for each missed name, and there are few of those. */
    private static final int MOST_SCRIPTS = 40;

    private final PageObservation page;

    Definitions(PageObservation page) {
        this.page = page;
    }

    /**
     * The script that defines a name which another one misses, where it runs later.
     *
     * @param error what the other one says
     * @param thrower its URL
     */
    Optional<LateDefinition> of(BrowserMessage error, String thrower) {
        return error.facts(MissedCode.class)
                .filter(missed -> missed.what() == MissedCode.What.NAME)
                .flatMap(missed -> missed.name().stream())
                .findFirst()
                .flatMap(name -> of(name, thrower));
    }

    private Optional<LateDefinition> of(String name, String thrower) {
        List<Placed> scripts = scripts();
        int position = position(scripts, thrower);
        Pattern definition = definition(name);
        return scripts.stream()
                .limit(MOST_SCRIPTS)
                .filter(script -> !script.url().toString().equals(thrower))
                .filter(script -> text(script.url())
                        .filter(text -> definition.matcher(text).find())
                        .isPresent())
                .findFirst()
                .flatMap(script -> late(script, name, position));
    }

    private static Optional<LateDefinition> late(Placed script, String name, int thrower) {
        boolean isBehind = script.position() > thrower && thrower >= 0;
        return script.late()
                .or(() -> isBehind ? Optional.of(Lateness.BEHIND) : Optional.empty())
                .map(late -> new LateDefinition(script.url(), name, late));
    }

    /** A name that is assigned or declared; a search, not a parse. */
    private static Pattern definition(String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile("(?:window|self|globalThis|root|global|this)\\." + quoted + "\\s?=[^=]"
                + "|(?:window|self|globalThis)\\[[\"']" + quoted + "[\"']\\]\\s?="
                + "|(?:^|[;{}\\n])\\s?(?:var|let|const|function|class) " + quoted + "[^\\w$]"
                + "|(?:^|[;,\\n])" + quoted + "\\s?=[^=>]");
    }

    private List<Placed> scripts() {
        List<Placed> scripts = new ArrayList<>();
        Optional<HtmlDocument> html = page.html().value();
        if (html.isEmpty()) {
            return scripts;
        }
        for (HtmlElement element : html.get().scripts()) {
            page.references().stream()
                    .filter(reference -> reference.file().equals(html.get().url()))
                    .filter(reference -> reference
                            .range()
                            .filter(range -> element.startTag().start() <= range.start()
                                    && range.start() < element.startTag().end())
                            .isPresent())
                    .flatMap(reference -> reference.url().stream())
                    .findFirst()
                    .ifPresent(url ->
                            scripts.add(new Placed(url, element.startTag().start(), late(element))));
        }
        return scripts;
    }

    /** Where the thrower stands; -1 for an inline script, of which only the line is known. */
    private static int position(List<Placed> scripts, String thrower) {
        return scripts.stream()
                .filter(script -> script.url().toString().equals(thrower))
                .mapToInt(Placed::position)
                .findFirst()
                .orElse(-1);
    }

    private Optional<String> text(URI script) {
        return page.asset(script)
                .flatMap(HttpAnswer::whole)
                .filter(HttpResponse::isOk)
                .map(response -> response.body().text());
    }

    /** A script tag's address and place. */
    private record Placed(URI url, int position, Optional<Lateness> late) {}

    /** Why a script runs after the ones that stand behind it; empty where it does not. */
    private static Optional<Lateness> late(HtmlElement script) {
        if (script.attribute("async").isPresent()) {
            return Optional.of(Lateness.ASYNC);
        }
        if (Scripts.isModule(script)) {
            return Optional.of(Lateness.MODULE);
        }
        return script.attribute("defer").map(any -> Lateness.DEFERRED);
    }
}
