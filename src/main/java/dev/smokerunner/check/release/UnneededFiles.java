package dev.smokerunner.check.release;

import dev.smokerunner.check.view.UnwantedNames;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;

/** The files of a release that no page needs: that they are not live is worth a note. */
final class UnneededFiles {
    private static final Kind UNNEEDED = Kind.alone("release-unneeded-missing");

    private UnneededFiles() {}

    /** Those of them that are not live; absent where all are. */
    static Optional<Detection> missing(PageObservation page, PlaceSighting site) {
        List<FileSighting> missing = site.files().stream()
                .filter(file -> UnwantedNames.isUnwanted(file.file().key())
                        && !UnwantedNames.isForTheHost(file.file().key())
                        && !ReleaseStates.isServed(file)
                        && !file.isUnasked())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Detection.on(
                                page.url(),
                                ReleaseCheck.NAME,
                                UNNEEDED,
                                Severity.SEV4,
                                missing.get(0).url())
                        .message("files of the package that no page needs are not live: " + ServedBy.list(missing))
                        .expected(ServedBy.expected(missing.get(0)))
                        .actual(ServedBy.words(missing.get(0)))
                        .hint("leave them out of the package, if they are not meant to be uploaded")
                        .build());
    }
}
