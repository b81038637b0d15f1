package dev.smokerunner.observe.visitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;
import java.net.URI;

/** One thing that somebody does to log in. */
public sealed interface LogInStep {

    /** The step as the config has it, without what is filled in. */
    String shown();

    /**
     * Goes to a page.
     *
     * @param to a URL, or a path relative to the target's URL
     */
    record GoTo(URI to) implements LogInStep {
        /** Rejects null. */
        public GoTo {
            requireNonNull(to);
        }

        @Override
        public String shown() {
            return "goto " + to;
        }
    }

    /**
     * Types into a field, in the place of what it holds.
     *
     * @param css the field's selector
     * @param with what to type
     * @param isSecret whether the config takes it from a secret, so that it may go into a password field
     */
    record Fill(String css, Secret with, boolean isSecret) implements LogInStep {
        /** Rejects null. */
        public Fill {
            requireNonNull(css);
            requireNonNull(with);
        }

        @Override
        public String shown() {
            return "fill " + css;
        }
    }

    /**
     * Clicks on an element, and waits for the page to which that leads, if to any.
     *
     * @param css the element's selector
     */
    record Click(String css) implements LogInStep {
        /** Rejects null. */
        public Click {
            requireNonNull(css);
        }

        @Override
        public String shown() {
            return "click " + css;
        }
    }

    /**
     * Waits until an element is visible.
     *
     * @param css the element's selector
     */
    record WaitFor(String css) implements LogInStep {
        /** Rejects null. */
        public WaitFor {
            requireNonNull(css);
        }

        @Override
        public String shown() {
            return "wait-for " + css;
        }
    }
}
