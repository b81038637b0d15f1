package dev.smokerunner.check.web;

import java.net.URI;
import java.util.Optional;

/** Pages whose address has no slash at its end: relative addresses then lead beside the folder of that name, not into it. */
public final class PageFolder {
    private PageFolder() {}

    /** Whether an address may be that of a folder, and lacks the slash: its last part has no extension. */
    public static boolean lacksSlash(URI page) {
        String path = Optional.ofNullable(page.getPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return !last.isEmpty() && last.indexOf('.') < 0;
    }

    /** What to do about a relative address that leads nowhere, where the page's own may be the reason. */
    public static Optional<String> hint(URI page, String written) {
        boolean isRelative = !written.startsWith("/") && !written.matches("(?s)[a-zA-Z][\\w+.-]*:.*");
        return isRelative && lacksSlash(page)
                ? Optional.of("it is named relatively, and the page's address has no slash at its end: redirect "
                        + page.getPath() + " to " + page.getPath() + "/, if the files are below it")
                : Optional.empty();
    }
}
