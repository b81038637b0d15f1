package dev.smokerunner.canary;

import java.nio.file.Path;

/** Looks at the page of a package, as any run does. */
@FunctionalInterface
public interface PageCheck {

    /** A look at a folder or a zip. */
    PageLook check(Path output);
}
