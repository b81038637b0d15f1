package dev.smokerunner.traffic;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which requests are a site's, and to which group each belongs. What visitors ask for chooses a group of the config and never makes
 * one, so that there are no more of them whatever is asked for.
 *
 * @param host the site's own; empty where any is
 * @param home the path below which all is the site's, with a slash at its end
 * @param groups the first that has a path gets it
 */
public record PageGroups(String host, String home, List<PageGroup> groups) {
    /** Copies the list. */
    public PageGroups {
        requireNonNull(host);
        requireNonNull(home);
        groups = List.copyOf(groups);
    }

    /** The names of all groups. */
    public List<String> names() {
        return Stream.concat(groups.stream().map(PageGroup::name), Stream.of(PageGroup.OTHER))
                .toList();
    }

    /** The group of a page that said itself that it is the site's. */
    String ofPage(String path) {
        return known(path).orElse(PageGroup.OTHER);
    }

    /**
     * The group of a request.
     *
     * @param asked the host that was asked; empty where nobody knows
     * @param path what was asked for, without its query
     * @return its group; absent where it is not of this site
     */
    public Optional<String> ofRequest(String asked, String path) {
        boolean isOurs = host.isEmpty() || asked.isEmpty() || host.equals(asked.toLowerCase(Locale.ROOT));
        if (!isOurs) {
            return Optional.empty();
        }
        Optional<String> group = known(path);
        return group.isPresent() || !path.startsWith(home) ? group : Optional.of(PageGroup.OTHER);
    }

    private Optional<String> known(String path) {
        for (PageGroup group : groups) {
            if (group.has(path)) {
                return Optional.of(group.name());
            }
        }
        return Optional.empty();
    }

    /** Remembers the last answers: most requests are for few paths. Of one thread. */
    public Lookup lookup() {
        return new Lookup(this);
    }

    /** The groups of requests, with the last answers at hand. */
    public static final class Lookup {
        private static final int MOST_REMEMBERED = 1_000;
        /** Longer ones are rare, and would take memory. */
        private static final int LONGEST_REMEMBERED = 200;

        private final PageGroups groups;
        private final Map<String, Optional<String>> known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };

        private Lookup(PageGroups groups) {
            this.groups = groups;
        }

        /** As {@link PageGroups#ofRequest} says. */
        public Optional<String> ofRequest(String asked, String path) {
            if (asked.length() + path.length() > LONGEST_REMEMBERED) {
                return groups.ofRequest(asked, path);
            }
            return known.computeIfAbsent(asked + " " + path, any -> groups.ofRequest(asked, path));
        }
    }
}
