package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Progress;
import java.util.List;

/** Tells results in the formats that were asked for. */
public interface Teller {

    /** Listens to a run while it goes on. */
    Progress progress();

    /** Tells all results of one call of the command; what could not be told, one line each. */
    List<String> tell(List<SmokeResult> results);
}
