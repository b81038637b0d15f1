package dev.smokerunner.check.finding;

import dev.smokerunner.detection.Reproduction;

/** Writes commands that show a finding again without this tool, safe to paste into a shell. */
@FunctionalInterface
public interface Commands {

    /** The command that shows it. */
    String of(Reproduction way);
}
