package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.visit.PageProbe.Sight;
import dev.smokerunner.result.Screenshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at the page that a tab shows already, without going anywhere. */
public final class ShownPage {
    private ShownPage() {}

    /**
     * How the page looks now.
     *
     * @param request which elements to report on
     * @throws CommandException if the page does not answer in time, or the tab is gone
     */
    public static BrowserVisit look(Tab tab, VisitRequest request) throws CommandException {
        List<String> selectors = Stream.concat(
                        request.required().stream().map(RequiredElement::css), request.forbidden().stream())
                .toList();
        Sight sight = new PageProbe(tab, request.required().size()).everything(selectors, PageVisit.ANSWER);
        Captured<Screenshot> picture = new TabPicture(tab).take();
        return new BrowserVisit(
                Ending.SHOWN,
                "",
                List.of(),
                Captured.unseen("nobody watched the page come", Fault.NOT_ASKED),
                List.of(),
                VisitRecord.timings(Optional.of(sight), Optional.empty()),
                Captured.seen(VisitRecord.rendered(sight, picture)),
                sight.sightings(),
                picture,
                List.of(),
                List.of("a session of the test's own showed the page: its requests and messages were not watched"),
                Settling.NONE,
                Set.of());
    }
}
