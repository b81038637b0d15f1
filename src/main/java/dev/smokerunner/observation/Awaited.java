package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;

/** Something that keeps a loaded page from being ready. */
public sealed interface Awaited {
    /** What it is in words, for a sentence such as "waited for …". */
    String words();

    /**
     * The answer to a request of the page's own.
     *
     * @param id the browser's name for the request, as in {@link BrowserRequest#id()}
     * @param url where it went
     */
    record Answer(String id, URI url) implements Awaited {
        /** Rejects null. */
        public Answer {
            requireNonNull(id);
            requireNonNull(url);
        }

        @Override
        public String words() {
            return "the answer of " + url;
        }
    }

    /**
     * A required element.
     *
     * @param css its selector
     */
    record Element(String css) implements Awaited {
        /** Rejects null. */
        public Element {
            requireNonNull(css);
        }

        @Override
        public String words() {
            return "the element \"" + css + "\"";
        }
    }

    /**
     * What the page opens that is no request with an answer: a socket, a service worker.
     *
     * @param url where it is
     */
    record Opening(URI url) implements Awaited {
        /** Rejects null. */
        public Opening {
            requireNonNull(url);
        }

        @Override
        public String words() {
            return "whether " + url + " opens";
        }
    }

    /** Anything that a visitor could see and use. */
    record Content() implements Awaited {
        @Override
        public String words() {
            return "something to see and to use";
        }
    }

    /**
     * Another page that the page said it would go on to.
     *
     * @param after how long after it was loaded, as the page says
     */
    record Redirect(Duration after) implements Awaited {
        /** Rejects null. */
        public Redirect {
            requireNonNull(after);
        }

        @Override
        public String words() {
            return "the page that it goes on to after " + after.toMillis() + " ms";
        }
    }

    /** What the page's timers do next, as long as they let the page grow. */
    record Timer() implements Awaited {
        @Override
        public String words() {
            return "what its timers do next";
        }
    }

    /** Any answer of the page, when it was asked what it shows. */
    record Reply() implements Awaited {
        @Override
        public String words() {
            return "the page, which did not answer";
        }
    }
}
