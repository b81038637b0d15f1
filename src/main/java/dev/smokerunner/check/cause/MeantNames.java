package dev.smokerunner.check.cause;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Subject;
import java.util.Optional;

/** Finds the names that were meant by those that are missing. */
final class MeantNames {
    private final PageView page;
    private Optional<NearestName> nearest = Optional.empty();

    MeantNames(PageView page) {
        this.page = page;
    }

    /** The name that is most like the one of what was found, where that is not there. */
    Optional<Advice.NearName> of(Detection found) {
        return found.isAbsent() && found.subject() instanceof Subject.Url url
                ? nearest().to(url.url())
                : Optional.empty();
    }

    /** All names are gathered where one is missing first: pages on which none is need not wait for it. */
    private NearestName nearest() {
        NearestName known = nearest.orElseGet(() -> NearestName.on(page));
        nearest = Optional.of(known);
        return known;
    }
}
