package dev.smokerunner.detection;

/** What a page is without because of something that is wrong. What follows from a loss is explained by it. */
public enum Loss {
    /** Code that the page runs, or would run: a script, a module, a worker. */
    CODE,
    /** Code within the page itself, which hands data to its scripts. */
    PAGE_CODE,
    /** Code of another site that the page waits for. */
    AWAITED_CODE,
    /** The rest of a script that threw. */
    REST_OF_SCRIPT,
    /** Code that a script makes of text. */
    EVALUATED_CODE,
    /** Bytes without which the application does not start. */
    START,
    /** A module of WebAssembly. */
    WEB_ASSEMBLY,
    /** The answer of a call. */
    ANSWER,
    /** The answer of another site to a call of the page's own code, or one for which the page still waits. */
    AWAITED_ANSWER,
    /** The page's HTML as it was made, which its code goes on with. */
    MARKUP,
    /** A file of data: neither code nor shown. */
    DATA,
    /** Something that visitors see, or that lets them see: a picture, a font, a style sheet. */
    SHOWN
}
