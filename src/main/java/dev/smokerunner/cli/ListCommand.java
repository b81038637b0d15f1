package dev.smokerunner.cli;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.serving.ContentTypes;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code smoke list}: the files of a package as a script uploads them, a line for each: its kind, the type to upload it with,
 * its key and how a URL writes that, with tabs between them. For {@code ci/upload.sh}, so that there is one rule for what is a fingerprint.
 */
@Command(
        name = "list",
        description = "list the files of a package with the kind and the content type of each, for uploads",
        hidden = true,
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR|ZIP", description = "the package")
    private Path subject = Path.of(".");

    /** What a file is to caches. */
    private enum Kind {
        /** Its name changes with its bytes. */
        FINGERPRINTED,
        /** Its name stays. */
        ASSET,
        /** Its name stays, and it names the others. */
        PAGE
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PackedFiles files = Packages.open(subject)) {
            for (String key : files.keys()) {
                out.print(String.join(
                                "\t",
                                kind(key).name().toLowerCase(Locale.ROOT),
                                ContentTypes.forUpload(key),
                                key,
                                inUrl(key))
                        + "\n");
            }
        } catch (PackageException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE.code();
        }
        return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
    }

    /** An asterisk too: to some CDNs it means all that begins so. */
    private static String inUrl(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("*", "%2A");
    }

    private static Kind kind(String key) {
        if (key.toLowerCase(Locale.ROOT).matches(".*\\.x?html?")) {
            return Kind.PAGE;
        }
        return FileName.of(key).hasHash() ? Kind.FINGERPRINTED : Kind.ASSET;
    }
}
