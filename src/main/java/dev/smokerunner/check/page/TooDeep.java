package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Packages whose pages lie in a folder of their own: whoever packs the build's output directory itself gets one. */
public final class TooDeep {
    private TooDeep() {}

    /**
     * What to do about a page that is not where it should be, where it lies in the one folder at the top that has it.
     *
     * @param page the key that is missing, e.g. {@code index.html}
     * @param keys all keys of the package
     */
    public static Optional<String> hint(String page, Collection<String> keys) {
        List<String> folders = keys.stream()
                .filter(key -> key.endsWith("/" + page))
                .map(key -> key.substring(0, key.length() - page.length()))
                .filter(folder -> folder.indexOf('/') == folder.length() - 1)
                .toList();
        boolean isNested =
                keys.stream().allMatch(key -> key.toLowerCase(Locale.ROOT).endsWith(".zip"));
        if (isNested) {
            return Optional.of("the package holds nothing but zips, such as "
                    + Format.line(keys.iterator().next()) + ": a zip within a zip is not opened");
        }
        return folders.size() == 1
                ? Optional.of(Format.line(page) + " is in " + Format.line(folders.get(0))
                        + " of the package, one folder too deep: pack what is in that folder, and not the folder")
                : Optional.empty();
    }
}
