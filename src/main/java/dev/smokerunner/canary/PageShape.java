package dev.smokerunner.canary;

import java.util.List;

/**
 * What a rendered page is made of, as far as it is compared.
 *
 * @param elements how many elements it has
 * @param scripts how many of them are scripts
 * @param parts its visible landmarks, forms and headings and what has an id, in the order of the page, e.g. {@code form#details}
 */
public record PageShape(int elements, int scripts, List<String> parts) {
    /** Copies the list. */
    public PageShape {
        parts = List.copyOf(parts);
    }
}
