package dev.smokerunner.observe.script;

import java.net.URI;

/**
 * A script of a page.
 *
 * @param facts what it says
 * @param url where it came from, after redirects; for a script in the page's HTML the page's URL
 * @param moduleBase what the modules are relative to that it imports: its URL, or the page's base
 * @param scope where it runs
 * @param kind how it is loaded
 */
public record LoadedScript(ScriptFacts facts, URI url, URI moduleBase, ScriptScope scope, ScriptKind kind) {}
