package dev.smokerunner.config;

/**
 * Where one value stands.
 *
 * @param path the value's key for people, e.g. {@code pages[0].title}
 * @param key where its key begins; for an item of a list where the item begins
 * @param value where the value itself begins
 * @param written a scalar as it was written, before placeholders were replaced; empty for a map or a list
 */
record ValuePosition(String path, TextPosition key, TextPosition value, String written) {
    static final ValuePosition ROOT = new ValuePosition("", TextPosition.START, TextPosition.START, "");

    /** The path of a value below this one. */
    String below(String name) {
        if (!name.matches("[A-Za-z0-9_-]+")) {
            return path + "[" + Quoted.quoted(name) + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of an item of this list. */
    String item(int index) {
        return path + "[" + index + "]";
    }
}
