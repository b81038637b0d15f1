package dev.smokerunner.observe;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.html.ImportMap;
import dev.smokerunner.observe.script.AmdPage;
import dev.smokerunner.observe.script.InlineScripts;
import dev.smokerunner.observe.script.LoadedScript;
import dev.smokerunner.observe.script.ScriptFacts;
import dev.smokerunner.observe.script.ScriptKind;
import dev.smokerunner.observe.script.ScriptReference;
import dev.smokerunner.observe.script.ScriptReferences;
import dev.smokerunner.observe.script.ScriptScope;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the scripts of one page as they come, and tells what they name; bounded in number, size and time. */
final class PageScripts {
    /** No page is known that has so many; each is read once. */
    private static final int MOST_SCRIPTS = 2_000;

    /** Characters: about as much as is kept of all bodies of a run. */
    private static final long MOST_TEXT = 128L << 20;

    /** The largest known applications have some thousands of lazy files. */
    private static final int MOST_NAMED = 5_000;

    private final ScriptMemory memory;
    private final Predicate<URI> firstParty;
    private final Deadline deadline;
    private final List<LoadedScript> scripts = new ArrayList<>();
    private final Map<Reference, ScriptReference> named = new HashMap<>();
    private final Set<Read> read = new HashSet<>();
    private final Map<URI, SourceRange> unclosed = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<ScriptScope> page = Optional.empty();
    private Optional<AmdPage> amd = Optional.empty();
    private long text;
    private boolean isFull;

    PageScripts(ScriptMemory memory, Predicate<URI> firstParty, Deadline deadline) {
        this.memory = memory;
        this.firstParty = firstParty;
        this.deadline = deadline;
    }

    private record Read(URI url, ScriptKind kind) {}

    /** Begins with a page's HTML and the scripts that stand in it. */
    void begin(HtmlDocument document) {
        ScriptScope scope = new ScriptScope(document.base(), ImportMap.of(document));
        page = Optional.of(scope);
        amd = Optional.of(AmdPage.of(document, firstParty));
        scripts.addAll(InlineScripts.of(document, scope));
    }

    /**
     * What is new in the scripts among these references, and in those before them that name more beside these.
     *
     * @param asked the references that were asked for last
     * @param answers what answered
     */
    List<Reference> namedBy(List<Reference> asked, Map<URI, HttpAnswer> answers) {
        asked.forEach(reference -> reference
                .url()
                .map(answers::get)
                .filter(HttpAnswer::isOk)
                .flatMap(HttpAnswer::response)
                .ifPresent(response -> read(reference, response)));
        List<Reference> more = new ArrayList<>();
        for (ScriptReference reference : all()) {
            if (!named.containsKey(reference.reference()) && hasRoom(reference.reference())) {
                named.put(reference.reference(), reference);
                more.add(reference.reference());
            }
        }
        return more;
    }

    private List<ScriptReference> all() {
        return amd.map(html -> ScriptReferences.of(scripts, html, firstParty)).orElse(List.of());
    }

    /** The innermost bracket that the end of a script leaves open, by the script's URL. */
    Map<URI, SourceRange> unclosed() {
        return unclosed;
    }

    /** What was not looked at, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private boolean hasRoom(Reference reference) {
        boolean isLate = deadline.remaining().isZero();
        if (isFull || isLate || named.size() >= MOST_NAMED) {
            if (!isFull) {
                notes.add("not all files that scripts name were looked at, the first that was not is "
                        + reference.url().map(URI::toString).orElse(reference.raw())
                        + (isLate ? ": half of the run's time was over" : ": there are more than " + MOST_NAMED));
            }
            isFull = true;
        }
        return !isFull;
    }

    private void read(Reference reference, HttpResponse response) {
        Optional<ScriptKind> kind = kind(reference);
        boolean isScript = kind.isPresent() && !response.headers().mediaType().equals("text/html");
        if (!isScript || !read.add(new Read(response.url(), kind.get()))) {
            return;
        }
        text += response.body().length();
        if (scripts.size() >= MOST_SCRIPTS || text > MOST_TEXT) {
            note(response, "was not read for what it names: there are too many scripts before it");
            return;
        }
        ScriptFacts facts = memory.facts(response, kind.get());
        if (!facts.cut().isEmpty()) {
            note(response, facts.cut());
        } else if (response.body().isCut()) {
            note(response, "only its first part was kept and read");
        } else {
            facts.unclosed().ifPresent(bracket -> reference.url().ifPresent(url -> unclosed.put(url, bracket)));
        }
        ScriptScope scope = scope(reference, response);
        scripts.add(new LoadedScript(facts, response.url(), response.url(), scope, kind.get()));
    }

    private void note(HttpResponse response, String what) {
        notes.add(response.url() + ": " + what);
    }

    private Optional<ScriptKind> kind(Reference reference) {
        if (reference.origin() == Reference.Origin.TABLE) {
            // Who runs it names it as well; until then nobody knows how it is run.
            return Optional.empty();
        }
        ScriptReference script = named.get(reference);
        if (script != null) {
            return script.readAs();
        }
        return switch (reference.role()) {
            case SCRIPT -> Optional.of(ScriptKind.CLASSIC);
            case MODULE -> Optional.of(ScriptKind.MODULE);
            case WORKER -> Optional.of(ScriptKind.WORKER);
            default -> Optional.empty();
        };
    }

    private ScriptScope scope(Reference reference, HttpResponse response) {
        ScriptReference script = named.get(reference);
        Optional<ScriptScope> known =
                switch (reference.role()) {
                    case WORKER -> Optional.empty();
                    default -> script == null ? page : script.scope();
                };
        return known.orElseGet(() -> ScriptScope.ofWorker(response.url()));
    }
}
