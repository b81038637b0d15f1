package dev.smokerunner.cli;

import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.canary.CanaryPlan;
import dev.smokerunner.canary.PageCheck;
import dev.smokerunner.canary.Trial;
import dev.smokerunner.canary.build.BuildSteps;
import dev.smokerunner.canary.build.NodePrograms;
import dev.smokerunner.canary.build.WorkingCopies;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.PackageTools;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns what is to be built into the plan of a canary; finds everything that is wrong with it and with the project. */
final class CanaryReader {
    private static final String BUILD = "build";

    private final CanaryOrder order;
    private final Application application;

    CanaryReader(CanaryOrder order, Application application) {
        this.order = order;
        this.application = application;
    }

    /** What cannot be done goes to the problems. */
    void check(List<String> problems) {
        try {
            Manifest manifest = Manifest.of(order.project());
            if (order.build().isEmpty() && !manifest.scripts().containsKey(BUILD)) {
                problems.add("--build: expected what builds the project, as package.json has no script named build");
            }
        } catch (PackagesException e) {
            problems.add(String.valueOf(e.getMessage()));
            return;
        }
        PackageTool manager = PackageTools.of(order.project());
        Path lock = order.lock().orElse(order.project().resolve(manager.lockFile()));
        if (!Files.isRegularFile(lock)) {
            problems.add(lock + ": expected the lock that is known to work, and there is no such file;"
                    + " commit one, or name one with --lock");
        }
        order.node()
                .filter(node -> !Files.isExecutable(node))
                .ifPresent(node -> problems.add("--node: expected an executable, got \"" + node + "\""));
    }

    /** Makes the place for copies; the caller closes it. */
    WorkingCopies copies() throws IOException, InterruptedException {
        NodePrograms node =
                new NodePrograms(order.node(), application.variable("PATH").orElse(""));
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        return WorkingCopies.open(order.project(), parent, node, order.limits());
    }

    /** The plan of a canary with a place for its copies. */
    CanaryPlan plan(WorkingCopies copies, PageCheck check, Consumer<Trial> listener)
            throws PackagesException, IOException {
        PackageTool manager = PackageTools.of(order.project());
        if (order.lock().isPresent()) {
            Files.copy(
                    order.lock().get(),
                    copies.source().resolve(manager.lockFile()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Manifest manifest = Manifest.of(order.project());
        BuildSteps steps = new BuildSteps(order.build().orElseGet(() -> script(manifest)), order.test(), order.out());
        return new CanaryPlan(
                copies,
                manager,
                programs(copies),
                manifest,
                steps,
                order.allowsScripts() ? manager.installScripts() : List.of(),
                order.isLatest(),
                check,
                listener);
    }

    /** What runs package managers. */
    Programs programs(WorkingCopies copies) {
        return new Programs(copies.open(), environment());
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
