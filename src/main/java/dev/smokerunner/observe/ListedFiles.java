package dev.smokerunner.observe;

import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.DecodedText;
import dev.smokerunner.observe.html.TableReferences;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that lists of the deployment's own name, for one page: those that were asked for anyway cost nothing, the others
 * are handed out in portions, what is needed most first, until there were enough or the time is over.
 */
final class ListedFiles {
    /** So many are asked for only because a list names them: a large application has some hundreds of files. */
    private static final int MOST = 1_000;

    /** Enough to keep all connections busy, few enough to notice in time that it is late. */
    private static final int PORTION = 100;

    /** Nobody waits longer for what no visitor of this page asks for. */
    private static final Duration MOST_TIME = Duration.ofSeconds(15);

    private static final Set<Role> CODE = EnumSet.of(Role.DOCUMENT, Role.SCRIPT, Role.MODULE, Role.STYLE, Role.JSON);
    private static final Comparator<Reference> NEEDED_FIRST = Comparator.comparing((Reference reference) -> reference
                    .demands()
                    .digest()
                    .filter(stated -> stated.keeper().isStrict())
                    .isEmpty())
            .thenComparing(reference -> !CODE.contains(reference.role()));

    private final Predicate<URI> firstParty;
    private final Deadline deadline;
    private final Set<URI> read = new HashSet<>();
    private final List<Reference> waiting = new ArrayList<>();
    private int handedOut;
    private int leftOut;

    ListedFiles(Predicate<URI> firstParty, Deadline deadline) {
        this.firstParty = firstParty;
        this.deadline = deadline.within(MOST_TIME);
    }

    /** Reads a list, each once. */
    void read(HttpResponse list) {
        if (read.add(list.url())) {
            waiting.addAll(TableReferences.of(list.url(), DecodedText.other(list.headers(), list.body()), firstParty));
            waiting.sort(NEEDED_FIRST);
        }
    }

    /**
     * What is to be followed next: all that was asked for already, and of the rest a portion.
     *
     * @param known what was asked for already
     */
    List<Reference> next(Set<URI> known) {
        List<Reference> next = new ArrayList<>();
        List<Reference> later = new ArrayList<>();
        for (Reference reference : waiting) {
            boolean isFree = !reference.firstParty()
                    || reference.url().filter(known::contains).isPresent();
            boolean hasRoom = next.size() < PORTION
                    && handedOut < MOST
                    && !deadline.remaining().isZero();
            handedOut += !isFree && hasRoom ? 1 : 0;
            (isFree || hasRoom ? next : later).add(reference);
        }
        waiting.clear();
        waiting.addAll(later);
        if (next.isEmpty()) {
            leftOut += later.size();
            waiting.clear();
        }
        return next;
    }

    /** What was not looked at, and why. */
    List<String> notes() {
        return leftOut == 0
                ? List.of()
                : List.of(leftOut + " files that " + String.join(", ", names())
                        + " names were not looked at: there are too many of them for this run");
    }

    private List<String> names() {
        return read.stream().map(URI::toString).sorted().toList();
    }
}
