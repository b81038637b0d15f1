package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileTables;
import java.util.Optional;

/** The role of what a browser asked for, where it is an asset that plain HTTP may ask for as well. */
final class AssetRole {
    private AssetRole() {}

    /** Absent for documents, calls of scripts other than for lists of files, and streams: asking those again could change something, or never end. */
    static Optional<Role> of(BrowserRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        return switch (request.kind()) {
            case SCRIPT -> Optional.of(Role.SCRIPT);
            case STYLE -> Optional.of(Role.STYLE);
            case IMAGE -> Optional.of(Role.IMAGE);
            case FONT -> Optional.of(Role.FONT);
            case MANIFEST -> Optional.of(Role.MANIFEST);
            case FRAME -> Optional.of(Role.DOCUMENT);
            // A list of files is a file itself.
            case CALL -> Optional.of(Role.JSON).filter(role -> isTable(request));
            case DOCUMENT, BEACON, STREAM, OTHER -> Optional.empty();
        };
    }

    private static boolean isTable(BrowserRequest request) {
        return request.isOk()
                && FileTables.isTable(
                        Optional.ofNullable(request.url().getPath()).orElse(""));
    }
}
