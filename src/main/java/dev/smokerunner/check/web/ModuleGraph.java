package dev.smokerunner.check.web;

import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the modules of a page import by statements: unless all of it is there, none of them runs. */
final class ModuleGraph {
    private ModuleGraph() {}

    /** Each module that is imported so, from a tag of the page on, with the first statement that does. */
    static Map<URI, Reference> of(PageObservation page) {
        Map<URI, List<Reference>> imports = new HashMap<>();
        Deque<URI> open = new ArrayDeque<>();
        page.html().value().ifPresent(html -> open.add(html.url()));
        for (Reference reference : page.references()) {
            if (reference.origin() == Origin.SCRIPT
                    && reference.demands().needs().contains(Need.LINKED)) {
                imports.computeIfAbsent(reference.file(), file -> new ArrayList<>())
                        .add(reference);
            } else if (reference.origin() == Origin.HTML && reference.role() == Role.MODULE) {
                reference.url().ifPresent(open::add);
            }
        }
        Map<URI, Reference> graph = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            for (Reference reference : imports.getOrDefault(open.remove(), List.of())) {
                reference
                        .url()
                        .filter(url -> graph.putIfAbsent(url, reference) == null)
                        .ifPresent(open::add);
            }
        }
        return graph;
    }
}
