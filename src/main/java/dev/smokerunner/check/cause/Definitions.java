package dev.smokerunner.check.cause;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Places;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the script that defines a name which another one misses: where it is there, it ran too late. */
final class Definitions {
    private static final Pattern MISSED = Pattern.compile("\\b([A-Za-z_$][\\w$]{0,60}) is not defined");
    private static final Pattern LINE_NUMBER = Pattern.compile(":\\d+$");
    /** A text of megabytes is searched once for each missed name, and there are few of those. */
    private static final int MOST_SCRIPTS = 40;

    private final PageObservation page;

    Definitions(PageObservation page) {
        this.page = page;
    }

    /**
     * What to do about a script that misses a name.
     *
     * @param error what it said
     * @param place where it said so, with the line
     */
    Optional<String> hint(String error, String place) {
        Matcher missed = MISSED.matcher(error);
        if (!missed.find()) {
            return Optional.empty();
        }
        String name = missed.group(1);
        String thrower = LINE_NUMBER.matcher(place).replaceFirst("");
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
                .flatMap(script -> words(script, name, position));
    }

    private static Optional<String> words(Placed script, String name, int thrower) {
        String file = Places.file(script.url());
        if (script.late() != Late.NO) {
            return Optional.of(file + ", which seems to define " + name + ", is " + script.late().words
                    + ", so that it runs later: load it without that, or what needs it in the same way");
        }
        return script.position() > thrower && thrower >= 0
                ? Optional.of(file + ", which seems to define " + name
                        + ", is loaded later: put its script tag before this one")
                : Optional.empty();
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
                            scripts.add(new Placed(url, element.startTag().start(), Late.of(element))));
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
    private record Placed(URI url, int position, Late late) {}

    /** Why a script runs after the ones that stand behind it. */
    private enum Late {
        NO(""),
        ASYNC("async"),
        DEFERRED("deferred"),
        MODULE("a module");

        private final String words;

        Late(String words) {
            this.words = words;
        }

        static Late of(HtmlElement script) {
            if (script.attribute("async").isPresent()) {
                return ASYNC;
            }
            if (Scripts.isModule(script)) {
                return MODULE;
            }
            return script.attribute("defer").isPresent() ? DEFERRED : NO;
        }
    }
}
