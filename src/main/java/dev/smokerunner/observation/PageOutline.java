package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;

/**
 * What a person would name when asked what a rendered page has: its forms, headings and landmarks, what has an id, and where
 * it leads.
 *
 * @param parts the visible ones, forms, headings and landmarks first, each kind in the order of the page; at most 160
 * @param links the pages of its own origin that it links, without fragments, in the order of the page; at most 100
 */
public record PageOutline(List<Part> parts, List<URI> links) {
    /** Of a page of which nobody asked. */
    public static final PageOutline NONE = new PageOutline(List.of(), List.of());

    /** Copies the lists. */
    public PageOutline {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
    }

    /**
     * A visible element.
     *
     * @param tag the tag's name in lower case
     * @param id its id; empty where it has none
     * @param name its {@code name}; empty where it has none
     * @param role its {@code role}; empty where it has none
     * @param text of a heading, the start of what it shows; empty otherwise
     */
    public record Part(String tag, String id, String name, String role, String text) {
        /** Rejects null. */
        public Part {
            requireNonNull(tag);
            requireNonNull(id);
            requireNonNull(name);
            requireNonNull(role);
            requireNonNull(text);
        }
    }
}
