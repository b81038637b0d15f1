package dev.smokerunner.check.cause;

import dev.smokerunner.check.cause.Advice.BareName.OfMap;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.regex.Pattern;
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
        if (maps.stream().allMatch(map -> map.attribute("src").isPresent())) {
            return OfMap.IN_FILE;
        }
        if (maps.stream().anyMatch(map -> leadsToNoFolder(map, name))) {
            return OfMap.FOLDER_WITHOUT_SLASH;
        }
        List<HtmlElement> before =
                scripts.stream().takeWhile(script -> !Scripts.isModule(script)).toList();
        // A map that has the name and stands before all modules is no reason: something else is wrong with it.
        boolean isTooLate = before.size() < scripts.size()
                && maps.stream().filter(map -> !before.contains(map)).anyMatch(map -> has(map, name))
                && before.stream().filter(Scripts::isImportMap).noneMatch(map -> has(map, name));
        return isTooLate ? OfMap.TOO_LATE : OfMap.WITHOUT_NAME;
    }

    /** Whether the map has a folder of the name, under an address that is none: browsers drop such an entry. */
    private static boolean leadsToNoFolder(HtmlElement map, String name) {
        return IntStream.rangeClosed(1, name.length())
                .filter(end -> name.charAt(end - 1) == '/')
                .mapToObj(end ->
                        Pattern.compile("\"" + Pattern.quote(name.substring(0, end)) + "\"\\s*:\\s*\"[^\"]*[^/\"]\""))
                .anyMatch(entry -> entry.matcher(map.text()).find());
    }

    /** Whether a map has a name as such, or one of the folders that it is in. */
    private static boolean has(HtmlElement map, String name) {
        return IntStream.rangeClosed(1, name.length())
                .filter(end -> end == name.length() || name.charAt(end - 1) == '/')
                .anyMatch(end -> map.text().contains('"' + name.substring(0, end) + '"'));
    }
}
