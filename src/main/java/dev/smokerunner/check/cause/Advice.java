package dev.smokerunner.check.cause;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.RefusalFact.RefusedScope;
import java.net.URI;

/** What else is known about something that was found, and helps who must mend it. */
public sealed interface Advice {

    /**
     * A name like the one that is missing.
     *
     * @param isPackaged whether the package has it, rather than the site
     * @param name the name, without a slash before it
     * @param kinship how they are alike
     */
    record NearName(boolean isPackaged, String name, Kinship kinship) implements Advice {}

    /** That it probably follows from a cause that is told for itself, since the config made little of that. */
    record ProbablyOf(Cause cause) implements Advice {}

    /**
     * The script that defines what an error misses, and runs too late.
     *
     * @param script its URL
     * @param name what is missed
     * @param late why it runs later
     */
    record LateDefinition(URI script, String name, Lateness late) implements Advice {}

    /** A script of the package that the page does not load, and that is called like what an error misses. */
    record NotLoaded(PackagedFile file) implements Advice {}

    /** A request to another site that failed. */
    record OtherSite(BrowserRequest request) implements Advice {}

    /**
     * That a script looks for an element which is not there.
     *
     * @param id the element's id
     * @param isLater whether the page has it behind the script
     */
    record NoElement(String id, boolean isLater) implements Advice {}

    /**
     * That browsers know no packages by their names.
     *
     * @param name the name
     * @param map what the page's import map has to do with it
     */
    record BareName(String name, OfMap map) implements Advice {
        /** What an import map has to do with a name that is not known. */
        public enum OfMap {
            /** There is none. */
            NONE,
            /** It does not have the name. */
            WITHOUT_NAME,
            /** It is named as a file, and browsers read none. */
            IN_FILE,
            /** It has the folder of the name, under an address without a slash at its end. */
            FOLDER_WITHOUT_SLASH,
            /** It has the name, and stands behind a module, which is when browsers look names up. */
            TOO_LATE
        }
    }

    /** A name that Node.js has and browsers have not. */
    record OfNode(String name) implements Advice {}

    /** That a service worker may not rule over as much as it is to. */
    record WorkerScope(RefusedScope refused) implements Advice {}

    /** How a name can be like another one. */
    enum Kinship {
        /** But for upper and lower case. */
        CASE,
        /** But for how characters are encoded. */
        ENCODING,
        /** But for slashes. */
        SLASHES,
        /** But for hyphens and underscores, and maybe case. */
        SEPARATORS,
        /** But for the fingerprint. */
        OTHER_BUILD,
        /** But for a language in it. */
        LANGUAGE,
        /** But for the folder. */
        MOVED,
        /** But for the extension. */
        EXTENSION
    }

    /** Why a script runs after others. */
    enum Lateness {
        /** It is asynchronous. */
        ASYNC,
        /** It is a module. */
        MODULE,
        /** It is deferred. */
        DEFERRED,
        /** It stands behind them. */
        BEHIND
    }
}
