package dev.smokerunner.observation;

/** What something on the way does to pages that browsers, or a script that it puts in, make the same page of again. */
public enum Rewriting {
    /** Other quotes, another order of attributes, end tags that may be left out, characters spelled otherwise. */
    SPELLING,
    /** White space that means nothing, and comments. */
    WHITE_SPACE,
    /** Cloudflare's Rocket Loader: scripts get a type that browsers leave alone, and a loader starts them. */
    ROCKET_LOADER,
    /** Cloudflare's mail-address obfuscation: a script puts the addresses back. */
    MAIL_ADDRESSES,
    /** Addresses with {@code https:} instead of {@code http:}. */
    HTTPS,
    /** A nonce of the page's policy at scripts and styles. */
    NONCE
}
