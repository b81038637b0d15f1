package dev.smokerunner.observe.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files of a package that one name may mean, and the texts that name it.
 *
 * <p>Kept by the name, not by the file: a site of thousands of folders has thousands of files of one name, and a text in each
 * that names all of them.
 */
final class NameEntry {
    /** So many namers of a file are told. */
    static final int MOST_NAMERS = 24;

    private final List<String> files = new ArrayList<>(1);
    private final List<Integer> namers = new ArrayList<>(0);

    void add(String file) {
        files.add(file);
    }

    /** The keys of the files. */
    List<String> files() {
        return Collections.unmodifiableList(files);
    }

    /**
     * Notes a text that names it; nothing where enough are noted.
     *
     * @param turn when it was read; each text comes once, in turn
     */
    void namedIn(int turn) {
        // One more than is told: a file that names itself does not count.
        if (namers.size() <= MOST_NAMERS) {
            namers.add(turn);
        }
    }

    /** When the texts that name it were read. */
    List<Integer> namers() {
        return Collections.unmodifiableList(namers);
    }
}
