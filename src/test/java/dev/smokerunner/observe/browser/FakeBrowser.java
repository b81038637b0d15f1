package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.result.Timings;
import java.util.List;
import java.util.Set;

/** A browser that sees nothing on a page that loads, or dies there. */
final class FakeBrowser implements Browser {
    private final Act act;
    private volatile boolean closed;

    /** What happens during a visit. */
    @FunctionalInterface
    interface Act {
        void visit() throws BrowserException;
    }

    FakeBrowser(Act act) {
        this.act = act;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String description() {
        return "fake";
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        act.visit();
        return new BrowserVisit(
                BrowserVisit.Ending.LOADED,
                "",
                List.of(),
                Captured.unseen("fake", Fault.TOOL),
                List.of(),
                Timings.NONE,
                Captured.unseen("fake", Fault.TOOL),
                List.of(),
                Captured.unseen("fake", Fault.TOOL),
                List.of(),
                List.of(),
                Settling.NONE,
                Set.of());
    }

    @Override
    public void close() {
        closed = true;
    }
}
