package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What a message is about, as a fact. Whoever looks with a browser translates that browser's words into these. */
public sealed interface MessageFact
        permits MessageFact.Thrown,
                MessageFact.MissedCode,
                MessageFact.FailedCall,
                MessageFact.FailedInstallation,
                MessageFact.FailedFont,
                MessageFact.FailedSocket,
                MessageFact.LeftSocket,
                MessageFact.NullValue,
                MessageFact.NoRoot,
                MessageFact.FailedHydration,
                MessageFact.ModuleSyntax,
                MessageFact.UnparsedText,
                MessageFact.RedeclaredName,
                MessageFact.UnnamedModule,
                MessageFact.OfWebAssembly,
                MessageFact.HiddenError,
                RefusalFact {

    /**
     * Something was thrown that nothing caught, or a rejection that nothing handled.
     *
     * @param error the kind of error, e.g. {@code TypeError}; absent where something else was thrown
     * @param bare what was thrown, without what a console writes before it
     * @param shown the ways in which consoles show it, for those who copy it from there
     */
    record Thrown(Optional<String> error, Quote bare, List<Quote> shown) implements MessageFact {
        /** Rejects null, copies the list. */
        public Thrown {
            requireNonNull(error);
            requireNonNull(bare);
            shown = List.copyOf(shown);
        }
    }

    /**
     * Code missed other code, as where a script that should have run before it did not.
     *
     * @param what what it missed
     * @param name its name; absent where none is said
     */
    record MissedCode(MissedCode.What what, Optional<String> name) implements MessageFact {
        /** Rejects null. */
        public MissedCode {
            requireNonNull(what);
            requireNonNull(name);
        }

        /** What code misses. */
        public enum What {
            /** A name that nobody declared. */
            NAME,
            /** Something to call: it is there, and no function. */
            FUNCTION,
            /** Something to make instances of: it is there, and no constructor. */
            CONSTRUCTOR,
            /** A value, of which a property was asked. */
            VALUE,
            /** A module that a loader did not find by its name. */
            MODULE,
            /** A module that is named as a package is, which browsers find by an import map only. */
            BARE_MODULE,
            /** A part of the application that it loads by itself while it runs. */
            CHUNK,
            /** A script, where the text of one begins like a page. */
            SCRIPT;

            /** Whether it is a module that was not found by its name. */
            public boolean isModule() {
                return this == MODULE || this == BARE_MODULE;
            }

            /** Whether it goes by a name in code. */
            public boolean isName() {
                return this == NAME || this == FUNCTION || this == CONSTRUCTOR;
            }
        }
    }

    /**
     * A call of a script failed.
     *
     * @param what what was wrong
     */
    record FailedCall(FailedCall.What what) implements MessageFact {
        /** Rejects null. */
        public FailedCall {
            requireNonNull(what);
        }

        /** What can be wrong with a call. */
        public enum What {
            /** No answer came, or none that the script may read. */
            NO_ANSWER,
            /** The answer is no JSON. */
            NO_JSON
        }
    }

    /**
     * A service worker failed while it was installed, and the browser does not say at what.
     *
     * @param script the URL of its script, as the browser spells it
     */
    record FailedInstallation(String script) implements MessageFact {
        /** Rejects null. */
        public FailedInstallation {
            requireNonNull(script);
        }
    }

    /** A script had a font loaded that did not come. */
    record FailedFont() implements MessageFact {}

    /**
     * The page closed a WebSocket before it was open, or went away from it.
     *
     * @param url its address, as the browser spells it
     */
    record LeftSocket(String url) implements MessageFact {}

    /**
     * A WebSocket did not open, or was cut.
     *
     * @param url its address, as the browser spells it
     * @param why the browser's own words for what was wrong
     */
    record FailedSocket(String url, Quote why) implements MessageFact {
        /** Rejects null. */
        public FailedSocket {
            requireNonNull(url);
            requireNonNull(why);
        }
    }

    /** A property of {@code null} was asked for: what the look-up of an element gives that is not there. */
    record NullValue() implements MessageFact {}

    /** A framework found no element to draw the page into. */
    record NoRoot() implements MessageFact {}

    /** The page that came is not the one that its code goes on with: a framework finds other elements than it would make. */
    record FailedHydration() implements MessageFact {}

    /** A script is written as a module and was not loaded as one. */
    record ModuleSyntax() implements MessageFact {}

    /**
     * A text could not be parsed.
     *
     * @param what what it should be
     */
    record UnparsedText(UnparsedText.What what) implements MessageFact {
        /** Rejects null. */
        public UnparsedText {
            requireNonNull(what);
        }

        /** What a text should be. */
        public enum What {
            /** The script itself, of which nothing runs then. */
            SCRIPT,
            /** JSON. */
            JSON,
            /** What code parses while it runs: a regular expression, a selector, the names that a module exports. */
            OTHER
        }
    }

    /**
     * A script declares a name that another one has declared, so that nothing of it runs.
     *
     * @param name the name
     */
    record RedeclaredName(String name) implements MessageFact {
        /** Rejects null. */
        public RedeclaredName {
            requireNonNull(name);
        }
    }

    /**
     * A module handed itself to a loader that had not asked for it, and does not say its name.
     *
     * @param code the start of its code, as the loader shows it
     */
    record UnnamedModule(String code) implements MessageFact {
        /** Rejects null. */
        public UnnamedModule {
            requireNonNull(code);
        }
    }

    /**
     * It is about WebAssembly, of which browsers never say which file.
     *
     * @param refusesType whether a file was refused for its type
     */
    record OfWebAssembly(boolean refusesType) implements MessageFact {}

    /** A script of another origin threw, and the browser hides what. */
    record HiddenError() implements MessageFact {}
}
