package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How two pages differ as parsed documents.
 *
 * @param rewritings what was done to the page that is served and could be undone
 * @param changes what still differs then, in the order of the page; empty where nothing does
 * @param isComplete whether these are all changes; otherwise there are more than are worth a list
 * @param strangeFiles the files of its own site that the served page names, and neither the packaged page nor its release has
 * @param sharesFiles whether both pages name a script or style sheet of their own site in common
 * @param isRenamed whether a strange file is a file that the packaged page names, with another fingerprint
 * @param served what the served page is by its own words
 */
public record PageDifference(
        Set<Rewriting> rewritings,
        List<PageChange> changes,
        boolean isComplete,
        List<String> strangeFiles,
        boolean sharesFiles,
        boolean isRenamed,
        ServedPage served) {

    /** Copies the collections. */
    public PageDifference {
        requireNonNull(served);
        rewritings = rewritings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(rewritings));
        changes = List.copyOf(changes);
        strangeFiles = List.copyOf(strangeFiles);
    }

    /**
     * What a page says that it is; hostile, as all page text is.
     *
     * @param title its title
     * @param heading its first headline; empty where it has none
     * @param isTitleSame whether it is called as the packaged page is, and that is a name
     * @param asksForPassword whether it has a field for a password, and the packaged page has none
     */
    public record ServedPage(String title, String heading, boolean isTitleSame, boolean asksForPassword) {
        /** Rejects null. */
        public ServedPage {
            requireNonNull(title);
            requireNonNull(heading);
        }
    }

    /** The same with other rewritings. */
    public PageDifference with(Set<Rewriting> others) {
        return new PageDifference(others, changes, isComplete, strangeFiles, sharesFiles, isRenamed, served);
    }

    /** Whether nothing differs but what could be undone and what was put in. */
    public boolean isSamePage() {
        return isComplete && changes.stream().allMatch(change -> change.kind() == PageChange.Kind.PUT_IN);
    }
}
