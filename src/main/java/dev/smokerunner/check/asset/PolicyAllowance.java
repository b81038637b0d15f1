package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.observation.PolicyDirective;
import java.net.URI;
import java.util.Optional;

/**
 * What would let a page use something that a directive of its policy forbids.
 *
 * @param policy the directive
 * @param url the thing
 * @param mayHaveNonce whether it is of a kind that a nonce on its tag can allow
 * @param hasOwnNonce whether its tag has a nonce
 */
record PolicyAllowance(PolicyDirective policy, URI url, boolean mayHaveNonce, boolean hasOwnNonce) {
    private static final int LONGEST_SOURCE = 200;

    /** What all tags have in common whose nonces are of another answer than the policy. */
    static final String OTHER_NONCE = "nonce of another answer";

    static final String NONCE_HINT =
            "the tag needs the nonce of the policy: page and header must come from one answer, so"
                    + " neither may be cached without the other";

    private String origin() {
        return Origins.of(url);
    }

    /** What of the directive has the right host and another path; absent where nothing has. */
    private Optional<String> otherPath() {
        return SourceList.of(policy.sources()).withAnotherPath(url);
    }

    /** Whether both are of one page that came with the nonces of another answer. */
    static boolean isOfOneNonce(Detection one, Detection other) {
        return one.fault().filter(OTHER_NONCE::equals).isPresent()
                && one.fault().equals(other.fault());
    }

    /** Whether it is the nonce that decides, so that hosts make no difference. */
    boolean isOfNonce() {
        return isOtherNonce() || mayHaveNonce && policy.isStrictDynamic();
    }

    private boolean isOtherNonce() {
        return mayHaveNonce && hasOwnNonce && policy.hasNonce();
    }

    Optional<String> fault() {
        return isOtherNonce() ? Optional.of(OTHER_NONCE) : Optional.empty();
    }

    /** What is wrong with it, after the place of the directive. */
    String flaw() {
        if (isOtherNonce()) {
            return " has another nonce than the tag";
        }
        Optional<String> word = policy.unquotedKeyword();
        if (word.isPresent()) {
            return " has " + word.get() + " without quotes, which is read as the name of a host, and no room for "
                    + origin();
        }
        if (isOfNonce()) {
            return " has 'strict-dynamic', by which hosts count for nothing, and the tag is not given its nonce";
        }
        return otherPath()
                .map(source -> " has the host with another path, " + Format.line(source, LONGEST_SOURCE))
                .orElseGet(() -> " has no room for " + origin());
    }

    String expected() {
        if (isOfNonce()) {
            return policy.name() + " with a nonce, and a tag with the same one";
        }
        return policy.name() + " that allows "
                + otherPath().map(source -> url.toString()).orElseGet(this::origin)
                + (mayTakeNonce() ? ", or a tag with its nonce" : "");
    }

    String hint() {
        if (isOtherNonce()) {
            return NONCE_HINT;
        }
        if (isOfNonce()) {
            return "with 'strict-dynamic' hosts count for nothing: give the tag the policy's nonce, or let a script that has"
                    + " it load the file";
        }
        Optional<String> word = policy.unquotedKeyword();
        if (word.isPresent()) {
            return "write '" + word.get() + "' in single quotes";
        }
        Optional<String> source = otherPath();
        if (source.isPresent()) {
            return "the path counts: write " + origin()
                    + " without one, or with a path that the file is in, instead of "
                    + Format.line(source.get(), LONGEST_SOURCE);
        }
        return (mayTakeNonce() ? "give the tag the policy's nonce, or add " : "add ") + origin() + " to "
                + policy.name() + ", or serve the file from a host that is allowed";
    }

    private boolean mayTakeNonce() {
        return mayHaveNonce && policy.hasNonce();
    }
}
