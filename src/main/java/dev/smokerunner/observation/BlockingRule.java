package dev.smokerunner.observation;

/** A rule by which browsers keep things from pages. */
public enum BlockingRule {
    /** The page's Content-Security-Policy. */
    CSP,
    /** The page is secure, and what it names is not. */
    MIXED_CONTENT,
    /** The page wants all that it embeds to agree to that (Cross-Origin-Embedder-Policy). */
    COEP,
    /** The page wants its frames and workers to send its own Cross-Origin-Embedder-Policy. */
    COEP_OF_FRAME,
    /** The answer does not allow the page's origin to read it. */
    CORS,
    /** The answer does not allow other origins or sites to embed it (Cross-Origin-Resource-Policy). */
    CORP,
    /** A page or data answers where a script or a picture of another site should (Opaque Response Blocking). */
    ORB,
    /** The answer does not allow to be framed. */
    FRAME,
    /** It is drawn by {@code <use>} of SVG, which takes files of the page's own origin only. */
    SAME_ORIGIN;

    /** Whether the page itself asked for the rule: then whose host it is says nothing about whose fault. */
    public boolean isOfPage() {
        return this == CSP || this == MIXED_CONTENT || this == COEP || this == COEP_OF_FRAME || this == SAME_ORIGIN;
    }
}
