package dev.smokerunner.cli;

import dev.smokerunner.canary.CanaryPlan;
import dev.smokerunner.canary.PageCheck;
import dev.smokerunner.canary.Trial;
import dev.smokerunner.canary.build.BuildSteps;
import dev.smokerunner.canary.build.Limits;
import dev.smokerunner.canary.build.NodePrograms;
import dev.smokerunner.canary.build.Workshop;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.PackageTools;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Programs;
import dev.smokerunner.config.DurationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns options of a canary, as they were typed, into a plan; finds everything that is wrong with them and with the project. */
final class CanaryReader {
    private static final String BUILD = "build";

    private final CanaryOptions options;
    private final Path project;
    private final Application application;

    CanaryReader(CanaryOptions options, Path project, Application application) {
        this.options = options;
        this.project = project;
        this.application = application;
    }

    /** What cannot be done goes to the problems. */
    void check(List<String> problems) {
        if (options.audit) {
            return;
        }
        try {
            Manifest manifest = Manifest.of(project);
            if (options.build.isEmpty() && !manifest.scripts().containsKey(BUILD)) {
                problems.add("--build: expected what builds the project, as package.json has no script named build");
            }
        } catch (PackagesException e) {
            problems.add(String.valueOf(e.getMessage()));
            return;
        }
        PackageTool manager = PackageTools.of(project);
        Path lock = options.lock.orElse(project.resolve(manager.lockFile()));
        if (!Files.isRegularFile(lock)) {
            problems.add(lock + ": expected the lock that is known to work, and there is no such file;"
                    + " commit one, or name one with --lock");
        }
        options.node
                .filter(node -> !Files.isExecutable(node))
                .ifPresent(node -> problems.add("--node: expected an executable, got \"" + node + "\""));
        limits(problems);
    }

    private Limits limits(List<String> problems) {
        try {
            return Limits.USUAL.lasting(DurationText.parseLimit(options.buildTimeout));
        } catch (IllegalArgumentException e) {
            problems.add("--build-timeout: expected " + e.getMessage() + ", got \"" + options.buildTimeout + "\"");
            return Limits.USUAL;
        }
    }

    /** Opens the workshop; the caller closes it. */
    Workshop workshop() throws IOException, InterruptedException {
        NodePrograms node =
                new NodePrograms(options.node, application.variable("PATH").orElse(""));
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        return Workshop.open(project, parent, node, limits(List.of()));
    }

    /** The plan of a canary in a workshop. */
    CanaryPlan plan(Workshop workshop, PageCheck check, Consumer<Trial> listener)
            throws PackagesException, IOException {
        PackageTool manager = PackageTools.of(project);
        if (options.lock.isPresent()) {
            Files.copy(
                    options.lock.get(),
                    workshop.source().resolve(manager.lockFile()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Manifest manifest = Manifest.of(project);
        BuildSteps steps = new BuildSteps(options.build.orElseGet(() -> script(manifest)), options.test, options.out);
        return new CanaryPlan(
                workshop,
                manager,
                programs(workshop),
                manifest,
                steps,
                options.allowScripts ? manager.installScripts() : List.of(),
                options.latest,
                check,
                listener);
    }

    /** What runs package managers. */
    Programs programs(Workshop workshop) {
        return new Programs(workshop.open(), environment());
    }

    /** As package managers run it, but by the Node that builds. */
    private static String script(Manifest manifest) {
        return List.of("pre" + BUILD, BUILD, "post" + BUILD).stream()
                .flatMap(name -> Optional.ofNullable(manifest.scripts().get(name)).stream())
                .collect(Collectors.joining(" && "));
    }

    /** What package managers need to reach their registries; no code of packages sees it. */
    private Map<String, String> environment() {
        Map<String, String> environment = application.system().environment().entrySet().stream()
                .filter(variable -> variable.getKey()
                        .matches(
                                "(?i)path|home|lang|(https?|no|all)_proxy|(npm|pnpm|yarn)_.*|node_(extra_ca_certs|auth_token)"
                                        + "|ssl_cert_(file|dir)|systemroot|appdata|localappdata|userprofile"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        // So that what is installed lies in the copy and not in a cache that a sandbox hides.
        environment.put("YARN_NODE_LINKER", "node-modules");
        environment.put("YARN_ENABLE_TELEMETRY", "0");
        return environment;
    }
}
