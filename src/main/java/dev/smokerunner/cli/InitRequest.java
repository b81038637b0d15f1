package dev.smokerunner.cli;

import dev.smokerunner.config.RunOptions;
import dev.smokerunner.run.SmokePlan;
import java.nio.file.Path;

/**
 * What one call of {@code smoke init} asks for, all of it possible.
 *
 * @param plan how the page is looked at while nobody has said anything about it
 * @param options how the config is tried
 * @param file where it goes
 * @param crawl whether further pages are looked for
 */
record InitRequest(SmokePlan plan, RunOptions options, Path file, boolean crawl) {}
