package dev.smokerunner.check.cause;

import dev.smokerunner.check.cause.Advice.BareName.OfMap;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.stream.IntStream;

/** What the import maps of a page have to do with a name that a module imports and that browsers do not know. */
final class ImportMaps {
    private ImportMaps() {}

    static OfMap of(PageObservation page, String name) {
        List<HtmlElement> scripts = page.html().value().map(HtmlDocument::scripts).orElse(List.of()).stream()
                .filter(script -> !script.inert())
                .toList();
        List<HtmlElement> maps = scripts.stream().filter(Scripts::isImportMap).toList();
        if (maps.isEmpty()) {
            return OfMap.NONE;
        }
        List<HtmlElement> before =
                scripts.stream().takeWhile(script -> !Scripts.isModule(script)).toList();
        // A map that has the name and stands before all modules is no reason: something else is wrong with it.
        boolean isTooLate = before.size() < scripts.size()
                && maps.stream().filter(map -> !before.contains(map)).anyMatch(map -> has(map, name))
                && before.stream().filter(Scripts::isImportMap).noneMatch(map -> has(map, name));
        return isTooLate ? OfMap.TOO_LATE : OfMap.WITHOUT_NAME;
    }

    /** Whether a map has a name as such, or one of the folders that it is in. */
    private static boolean has(HtmlElement map, String name) {
        return IntStream.rangeClosed(1, name.length())
                .filter(end -> end == name.length() || name.charAt(end - 1) == '/')
                .anyMatch(end -> map.text().contains('"' + name.substring(0, end) + '"'));
    }
}
