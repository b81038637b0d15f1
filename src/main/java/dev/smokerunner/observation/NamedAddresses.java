package dev.smokerunner.observation;

import java.util.List;

/**
 * The addresses, paths and names of files that stand in a text, in order.
 *
 * @param words each as it stands there, without what surrounds it
 */
public record NamedAddresses(List<String> words) {
    /** None. */
    public static final NamedAddresses NONE = new NamedAddresses(List.of());

    /** Shorter names turn up in texts by chance. */
    private static final int SHORTEST_NAME = 5;

    /** Copies the list. */
    public NamedAddresses {
        words = List.copyOf(words);
    }

    /** Whether this very URL is among them. */
    public boolean contain(String url) {
        return words.contains(url);
    }

    /** Whether one of them leads to what is at a URL, or at a path of a package: by all of it, its path or its file name. */
    public boolean leadTo(String url) {
        String path = url.replaceFirst("^https?://[^/]*", "").split("[?#]", 2)[0];
        String file = path.substring(path.lastIndexOf('/') + 1);
        return mention(url)
                || path.length() >= SHORTEST_NAME && mention(path)
                || file.length() >= SHORTEST_NAME && file.contains(".") && mention(file);
    }

    /** Whether one of them has a word in it, such as a host. */
    public boolean mention(String word) {
        return !word.isEmpty() && words.stream().anyMatch(named -> named.contains(word));
    }
}
