package dev.smokerunner.check.release;

import dev.smokerunner.check.packing.UnwantedFiles;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;

/** The files of a release that no page needs: that they are not live is worth a note. */
final class UnneededFiles {
    private UnneededFiles() {}

    /** Those of them that are not live; absent where all are. */
    static Optional<Finding> missing(PageObservation page, PlaceSighting site) {
        List<FileSighting> missing = site.files().stream()
                .filter(file -> UnwantedFiles.isUnwanted(file.file().key())
                        && !ReleaseStates.isServed(file)
                        && !file.isUnasked())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.on(
                                page.url(),
                                ReleaseCheck.NAME,
                                Severity.SEV4,
                                missing.get(0).url().toString())
                        .message("files of the package that no page needs are not live: " + ServedBy.list(missing))
                        .expected(ServedBy.expected(missing.get(0)))
                        .actual(ServedBy.words(missing.get(0)))
                        .hint("leave them out of the package, if they are not meant to be uploaded")
                        .build());
    }
}
