package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.PageProbe.Sight;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what was seen in a visit. */
final class VisitRecord {
    private final VisitEvents events;
    private final EndingFormat words;
    private final Captured<String> source;
    private final Set<String> answeredByPages;

    VisitRecord(VisitEvents events, VisitRequest request, Captured<String> source, Set<String> answeredByPages) {
        this.answeredByPages = answeredByPages;
        this.events = events;
        this.source = source;
        this.words = new EndingFormat(events, request);
    }

    BrowserVisit of(
            Ending ending,
            Optional<Sight> sight,
            Captured<Screenshot> picture,
            ReadinessWait.Outcome settled,
            List<String> notes) {
        String detail = words.of(ending);
        Captured<RenderedPage> rendered = sight.<Captured<RenderedPage>>map(s -> Captured.seen(rendered(s, picture)))
                .orElseGet(() -> Captured.unseen(detail, Fault.TARGET));
        List<ElementSighting> elements = sight.map(Sight::sightings).orElse(List.of());
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(overflow());
        return new BrowserVisit(
                ending,
                detail,
                events.network(RequestTable::all),
                source,
                events.messages(MessageBook::all),
                timings(sight, ending == Ending.LOADED ? settled.ready() : Optional.empty()),
                rendered,
                elements,
                picture,
                events.dialogs(),
                allNotes,
                settled.settling(),
                answeredByPages);
    }

    /** What did not fit. */
    private List<String> overflow() {
        List<String> notes = new ArrayList<>();
        int requests = events.network(RequestTable::dropped);
        if (requests > 0) {
            notes.add(requests + " more requests were not recorded");
        }
        int messages = events.messages(MessageBook::dropped);
        if (messages > 0) {
            notes.add(messages + " more messages were not recorded");
        }
        return notes;
    }

    static Timings timings(Optional<Sight> sight, Optional<Duration> ready) {
        return new Timings(
                sight.flatMap(s -> s.time("document")),
                sight.flatMap(s -> s.time("domContentLoaded")),
                sight.flatMap(s -> s.time("load")),
                ready);
    }

    static RenderedPage rendered(Sight sight, Captured<Screenshot> picture) {
        Fields details = sight.details();
        String text = details.textOr("text", "");
        int objects = (int) details.number("objects");
        // Only a page that seems empty is worth decoding its picture for.
        boolean plain = text.isEmpty()
                && objects == 0
                && picture.value().map(shot -> PlainColour.fills(shot.png())).orElse(false);
        return new RenderedPage(
                sight.url(),
                details.textOr("title", ""),
                text,
                objects,
                (int) details.number("elements"),
                (int) details.number("scripts"),
                details.flag("painted"),
                details.textOr("encoding", ""),
                details.texts("emptyPictures"),
                details.texts("lostPictures"),
                details.texts("deadControls"),
                details.texts("templateTexts"),
                sight.lock(),
                details.flag("underWay"),
                plain,
                OutlineReader.read(details.in("outline")));
    }
}
