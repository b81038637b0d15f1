package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.Rating;
import java.util.List;

/**
 * Something that happened to an incident, or that people were told of it.
 *
 * @param rating how good it is
 * @param at when
 * @param after how long after the incident began; empty for the first step
 * @param what what happened, in a few words
 * @param lines more of it, a sentence each
 * @param links where what is kept of it can be seen
 * @param picture the address of its picture; empty where there is none
 */
public record StepView(
        Rating rating, String at, String after, String what, List<String> lines, List<Fact> links, String picture) {}
