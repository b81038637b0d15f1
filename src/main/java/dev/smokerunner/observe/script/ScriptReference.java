package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Reference;
import java.util.Optional;

/**
 * A reference of a script.
 *
 * @param reference the reference
 * @param readAs how it is read if it is a script; absent where it need not be read
 * @param scope where it runs then; absent for a worker, which makes its own
 */
public record ScriptReference(Reference reference, Optional<ScriptKind> readAs, Optional<ScriptScope> scope) {}
