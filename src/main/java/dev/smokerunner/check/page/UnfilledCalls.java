package dev.smokerunner.check.page;

import dev.smokerunner.check.text.Placeholder;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.observation.BrowserRequest;
import java.util.Optional;

/** Calls to an address of which a part was never filled in. */
final class UnfilledCalls {
    private UnfilledCalls() {}

    /** What was not filled in, where the call gets no data; a server that answers well knows the name. */
    static Optional<Placeholder> of(BrowserRequest call) {
        boolean getsNothing = Requests.hasFailed(call)
                || call.isOk() && MediaTypes.isHtml(call.headers().mediaType());
        return getsNothing ? Placeholder.inAddress(call.url().toString()) : Optional.empty();
    }

    /** Whether its host was not filled in, so that it is nobody else's. */
    static boolean isUnfilled(BrowserRequest call) {
        return Placeholder.inAddress(Requests.host(call.url())).isPresent();
    }
}
