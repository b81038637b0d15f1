package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PolicyDirective;
import java.util.stream.Stream;

/** The text of a script or style within the page, as the digests of a policy are taken of it. */
final class InlineText {
    static final String HINT =
            "the policy's hash was taken of this code with the line ends of Windows, which browsers read as"
                    + " plain line feeds: take it of the code with line feeds";

    private InlineText() {}

    /** What the parser makes of it before anything sees it: line feeds only (HTML Standard, 13.2.3.5). */
    static String asRead(HtmlElement element) {
        return element.text().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether a policy has the digest of its bytes, which are not what browsers read. */
    static boolean isAllowedAsWritten(HtmlElement element, PolicyDirective directive) {
        String written = element.text();
        return !written.equals(asRead(element))
                && Stream.of(Digest.values())
                        .anyMatch(digest -> directive.sources().contains("'" + digest.of(written) + "'"));
    }
}
