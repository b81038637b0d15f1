package dev.smokerunner.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A run that was kept, in its folder or in a bug report. */
public final class KeptRun {
    private KeptRun() {}

    /**
     * Reads it.
     *
     * @param place the folder that {@code --save-observation} wrote, or the zip that {@code smoke report-bug} made of it
     * @throws IOException if it is neither, is not whole, or was written in another form
     */
    public static ObservationFolder.Saved read(Path place) throws IOException {
        if (!Files.isRegularFile(place)) {
            return new ObservationFolder(place).read();
        }
        try (ZipFile zip = new ZipFile(place.toFile())) {
            ZippedParts zipped = new ZippedParts(zip);
            return new ObservationReader(zipped, zipped::file).read();
        }
    }
}
