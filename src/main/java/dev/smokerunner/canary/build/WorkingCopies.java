package dev.smokerunner.canary.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where copies of a project are made and built. */
public final class WorkingCopies implements AutoCloseable {
    private static final String INSTALLED = "node_modules";

    /** What is installed anew, and what no build needs. */
    private static final Set<String> LEFT_OUT = Set.of(INSTALLED, ".git");

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(30);

    private final WorkFolder folder;
    private final BoundedProcess process;
    private final Map<String, String> environment;
    private final boolean isHeld;
    private Limits limits;
    private int copies;

    private WorkingCopies(
            WorkFolder folder, BoundedProcess process, Map<String, String> environment, boolean isHeld, Limits limits) {
        this.folder = folder;
        this.process = process;
        this.environment = environment;
        this.isHeld = isHeld;
        this.limits = limits;
    }

    /**
     * A place for the copies of a project.
     *
     * @param project is copied once, and never touched
     * @param parent where that is
     * @throws IOException if the project cannot be copied
     */
    public static WorkingCopies open(Path project, Path parent, NodePrograms node, Limits limits)
            throws IOException, InterruptedException {
        WorkFolder folder = WorkFolder.in(parent);
        try {
            for (String part : List.of("tmp", "home", "outputs")) {
                Files.createDirectory(folder.path().resolve(part));
            }
            Tree.copy(project, folder.path().resolve("source"), LEFT_OUT);
            Optional<Sandbox> sandbox = Bubblewrap.find(node.installations());
            Map<String, String> environment = environment(folder.path(), node);
            return new WorkingCopies(
                    folder,
                    new BoundedProcess(folder.path(), sandbox.orElse(Sandbox.NONE), limits),
                    environment,
                    sandbox.isPresent(),
                    limits);
        } catch (IOException | InterruptedException e) {
            folder.close();
            throw e;
        }
    }

    /** All that a build knows of this machine. */
    private static Map<String, String> environment(Path folder, NodePrograms node) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "PATH",
                node.folders(folder.resolve("bin")).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("TMPDIR", folder.resolve("tmp").toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("CI", "true");
        Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .ifPresent(chrome -> environment.put("CHROME_BIN", chrome));
        return environment;
    }

    /** Whether builds are held in a sandbox. */
    public boolean isHeld() {
        return isHeld;
    }

    /** Runs what needs the network and no code of packages, outside of the sandbox. How long a build may take says nothing of it. */
    public BoundedProcess open() {
        return new BoundedProcess(folder.path(), Sandbox.NONE, limits.lasting(Limits.USUAL.time()));
    }

    /** The project as it was given; whoever changes it changes all later copies. */
    public Path source() {
        return folder.path().resolve("source");
    }

    /** A new copy. */
    public Path copy() throws IOException {
        Path copy = folder.path().resolve("copy-" + ++copies);
        Tree.copy(source(), copy, Set.of());
        return copy;
    }

    /** Keeps what is installed in a copy, as it is before anything is built; what is kept already stays. */
    public void keepInstalled(Path copy) throws IOException {
        Path installed = copy.resolve(INSTALLED);
        if (Files.isDirectory(installed) && !Files.exists(kept())) {
            Tree.copy(installed, kept(), Set.of());
        }
    }

    /** Puts what was kept into a copy; nothing where nothing was. */
    public void putInstalled(Path copy) throws IOException {
        if (Files.exists(kept())) {
            Tree.copy(kept(), copy.resolve(INSTALLED), Set.of());
        }
    }

    private Path kept() {
        return folder.path().resolve("installed");
    }

    /** Removes a copy. */
    public void remove(Path copy) {
        Tree.delete(copy);
    }

    /** Builds may take ten times as long as this one, but never longer than they might before. */
    public void expect(Duration usual) {
        Duration tenfold = usual.multipliedBy(10);
        Duration most = tenfold.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : tenfold;
        if (most.compareTo(limits.time()) < 0) {
            limits = limits.lasting(most);
        }
    }

    /** How long a build may take. */
    public Duration limit() {
        return limits.time();
    }

    /**
     * Builds a copy in which everything is installed, and keeps what it made.
     *
     * @throws BuildTrouble if that fails
     * @throws IOException if this machine keeps it from being tried
     */
    public Built build(Path copy, BuildSteps steps) throws BuildTrouble, IOException, InterruptedException {
        Ending ending = run(copy, steps.build());
        refuse(ending, "build", BuildTrouble.Kind.BUILD_FAILS, BuildTrouble.Kind.BUILD_HANGS);
        Path made = output(copy, steps.output());
        if (steps.test().isPresent()) {
            refuse(run(copy, steps.test().get()), "test", BuildTrouble.Kind.TESTS_FAIL, BuildTrouble.Kind.TESTS_HANG);
        }
        Path kept = folder.path().resolve("outputs").resolve(copy.getFileName());
        Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING);
        return new Built(kept, DiskWatch.size(kept));
    }

    /**
     * Runs the install scripts of packages, in the sandbox.
     *
     * @throws BuildTrouble if one fails
     */
    public void runInstallScripts(Path copy, List<String> words)
            throws BuildTrouble, IOException, InterruptedException {
        Ending ending = run(copy, String.join(" ", words));
        refuse(ending, "the install scripts", BuildTrouble.Kind.BUILD_FAILS, BuildTrouble.Kind.BUILD_HANGS);
    }

    private Ending run(Path copy, String script) throws IOException, InterruptedException {
        Map<String, String> own = new LinkedHashMap<>(environment);
        own.put("PATH", copy.resolve(INSTALLED).resolve(".bin") + File.pathSeparator + environment.get("PATH"));
        return process.within(limits).run(new Command(List.of("sh", "-c", script), copy, own));
    }

    private void refuse(Ending ending, String what, BuildTrouble.Kind failed, BuildTrouble.Kind hung)
            throws BuildTrouble {
        if (ending.isSuccess()) {
            return;
        }
        String said =
                ending.output().isBlank() ? "" : "; it said: " + ending.output().strip();
        switch (ending.reason()) {
            case EXITED -> throw new BuildTrouble(failed, what + " ended with exit code " + ending.exitCode() + said);
            case TIME ->
                throw new BuildTrouble(
                        hung, what + " did not end within " + limits.time().toSeconds() + " s" + said);
            case OUTPUT ->
                throw new BuildTrouble(
                        BuildTrouble.Kind.BUILD_PRINTS_TOO_MUCH,
                        what + " printed more than " + limits.outputBytes() + " bytes" + said);
            case DISK ->
                throw new BuildTrouble(
                        BuildTrouble.Kind.BUILD_FILLS_THE_DISK,
                        what + " filled more than " + limits.diskBytes() + " bytes of the disk" + said);
        }
    }

    private Path output(Path copy, Optional<String> named) throws BuildTrouble, IOException {
        Optional<Path> made = named.isPresent()
                ? named.map(copy::resolve).map(Path::normalize).filter(Files::exists)
                : OutputFolder.in(copy, source());
        if (made.isEmpty()) {
            throw new BuildTrouble(
                    BuildTrouble.Kind.BUILD_FAILS,
                    named.map(path -> "the build made no " + path)
                            .orElse("the build made no folder with an index.html; name what it makes with --out"));
        }
        // The path of the place has no link in it, so whatever differs was put there to show us what was hidden.
        if (!made.get().startsWith(copy) || !made.get().toRealPath().equals(made.get())) {
            throw new BuildTrouble(
                    BuildTrouble.Kind.BUILD_FAILS,
                    "what the build made is a link or not in the project, and is not followed");
        }
        return made.get();
    }

    @Override
    public void close() {
        folder.close();
    }
}
