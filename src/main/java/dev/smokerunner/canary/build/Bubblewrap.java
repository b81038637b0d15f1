package dev.smokerunner.canary.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sandbox of <a href="https://github.com/containers/bubblewrap">bubblewrap</a>: no network but a loopback of its own, no
 * process of the machine, no file but programs, libraries and the one folder, and all of it dies with us.
 *
 * @param tools folders with programs that are not where the system has its own, e.g. that of another Node
 */
record Bubblewrap(List<Path> tools) implements Sandbox {
    private static final String PROGRAM = "bwrap";

    /** What is shown of the system: no home, no temporary files, and of its settings what programs need to run. */
    private static final List<String> SHOWN = List.of(
            "/usr",
            "/bin",
            "/sbin",
            "/lib",
            "/lib32",
            "/lib64",
            "/opt",
            "/nix/store",
            "/etc/alternatives",
            "/etc/chromium",
            "/etc/chromium.d",
            "/etc/fonts",
            "/etc/group",
            "/etc/ld.so.cache",
            "/etc/localtime",
            "/etc/nsswitch.conf",
            "/etc/passwd",
            "/etc/ssl/certs");

    /** Copies the list. */
    Bubblewrap {
        tools = List.copyOf(tools);
    }

    /** It where this machine has it and lets it work; many containers do not. */
    static Optional<Sandbox> find(List<Path> tools) throws InterruptedException {
        if (File.separatorChar != '/') {
            return Optional.empty();
        }
        try {
            Process trial = new ProcessBuilder(
                            PROGRAM, "--ro-bind", "/", "/", "--unshare-all", "--proc", "/proc", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0) {
                return Optional.of(new Bubblewrap(tools));
            }
            trial.destroyForcibly();
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> wrap(Command command, Path folder) {
        List<String> words = new ArrayList<>(List.of(PROGRAM, "--unshare-all", "--die-with-parent", "--new-session"));
        // First, since what is shown may be below it.
        words.addAll(List.of("--bind", folder.resolve("tmp").toString(), "/tmp"));
        Stream.concat(SHOWN.stream().map(Path::of), tools.stream())
                .filter(Files::exists)
                .forEach(path -> words.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        words.addAll(List.of("--bind", folder.toString(), folder.toString()));
        words.addAll(List.of("--dev", "/dev", "--size", "67108864", "--tmpfs", "/dev/shm", "--remount-ro", "/dev"));
        words.addAll(List.of("--proc", "/proc", "--chdir", command.directory().toString(), "--"));
        words.addAll(command.words());
        return words;
    }
}
