package dev.smokerunner.api;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a {@link Plan} and what is expected of it; never changes, each method makes another one. Whether a text is a CSS
 * selector or a pattern is said when the plan is run.
 */
public final class Page {
    private final String path;
    private final Optional<String> title;
    private final List<String> required;
    private final List<String> scripts;

    private Page(String path, Optional<String> title, List<String> required, List<String> scripts) {
        this.path = path;
        this.title = title;
        this.required = List.copyOf(required);
        this.scripts = List.copyOf(scripts);
    }

    /**
     * A page of which nothing is expected yet but what is expected of all pages.
     *
     * @param path relative to what the plan looks at; {@code ./} is that itself
     */
    public static Page at(String path) {
        return new Page(requireNonNull(path), Optional.empty(), List.of(), List.of());
    }

    /** The same, which has this text in its title. */
    public Page titled(String text) {
        return new Page(path, Optional.of(text), required, scripts);
    }

    /** The same, on which visitors must see at least one element of each of these CSS selectors too. */
    public Page requires(String... selectors) {
        return new Page(path, title, joined(required, selectors), scripts);
    }

    /** The same, whose HTML must have a script tag for each of these URLs or paths too; {@code *} stands for a fingerprint. */
    public Page loads(String... patterns) {
        return new Page(path, title, required, joined(scripts, patterns));
    }

    /** The page as a config has it. */
    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("path", path);
        title.ifPresent(text -> content.put("title", text));
        if (!required.isEmpty()) {
            content.put("require", required);
        }
        if (!scripts.isEmpty()) {
            content.put("scripts", scripts);
        }
        return content;
    }

    private static List<String> joined(List<String> before, String... more) {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }
}
