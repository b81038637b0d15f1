package dev.smokerunner.observe;

import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observe.html.DecodedText;
import dev.smokerunner.observe.script.ScriptFacts;
import dev.smokerunner.observe.script.ScriptKind;
import dev.smokerunner.observe.script.ScriptReader;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads each script once for all pages of a run. */
final class ScriptMemory {
    private final Map<Key, ScriptFacts> read = new ConcurrentHashMap<>();

    private record Key(URI url, ScriptKind kind, String sha256) {}

    ScriptFacts facts(HttpResponse script, ScriptKind kind) {
        return read.computeIfAbsent(
                new Key(script.url(), kind, script.body().sha256()),
                key -> ScriptReader.read(DecodedText.other(script.headers(), script.body()), kind));
    }
}
