package dev.smokerunner.observe.script;

/** How a script is loaded; it decides what it may say and what its addresses are relative to. */
public enum ScriptKind {
    /** By a tag of the page, or by another script as such a tag. */
    CLASSIC,
    /** As a module of the page. */
    MODULE,
    /** As a worker of any sort, or by one. */
    WORKER
}
