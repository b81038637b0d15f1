package dev.smokerunner.canary.lab;

import dev.smokerunner.standin.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** What moves packages: npm of this machine, and others that it installs once into {@code target}. */
public enum PackageManager {
    /** As it is installed. */
    NPM("", List.of("npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund")),
    /** Yarn 1. */
    YARN("yarn@1.22.22", List.of("yarn", "install", "--ignore-scripts", "--non-interactive", "--no-progress")),
    /** Yarn 4. */
    BERRY("@yarnpkg/cli-dist@4.9.2", List.of("yarn", "install", "--mode=update-lockfile")),
    /** With locks of version 9. */
    PNPM("pnpm@9.15.9", List.of("pnpm", "install", "--lockfile-only", "--ignore-scripts"));

    private final String spec;
    private final List<String> lock;

    PackageManager(String spec, List<String> lock) {
        this.spec = spec;
        this.lock = lock;
    }

    /**
     * The environment variables with which it is found and keeps what it loads in a folder.
     *
     * @throws TestAbortedException where it cannot be installed on a machine that is not a CI server
     */
    public Map<String, String> environment(Path caches) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (this != NPM) {
            environment.put("PATH", programs() + File.pathSeparator + environment.getOrDefault("PATH", ""));
            environment.put("YARN_CACHE_FOLDER", caches.resolve("yarn").toString());
            environment.put("YARN_GLOBAL_FOLDER", caches.resolve("berry").toString());
            environment.put("YARN_ENABLE_TELEMETRY", "0");
            environment.put("npm_config_store_dir", caches.resolve("pnpm").toString());
            environment.put("npm_config_cache_dir", caches.resolve("pnpm-cache").toString());
        }
        return environment;
    }

    private Path programs() throws IOException, InterruptedException {
        Path folder = Path.of("target", "package-managers", name().toLowerCase(Locale.ROOT));
        Path programs = folder.resolve("node_modules/.bin").toAbsolutePath();
        if (!Files.isDirectory(programs)) {
            int code = new ProcessBuilder(
                            Tool.NPM.require().toString(),
                            "install",
                            "--prefix",
                            folder.toString(),
                            "--prefer-offline",
                            "--no-audit",
                            "--no-fund",
                            spec)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start()
                    .waitFor();
            if (code != 0 && "true".equals(System.getenv("CI"))) {
                throw new AssertionError("npm cannot install " + spec + " (with CI=true no test may be skipped)");
            }
            if (code != 0) {
                throw new TestAbortedException("npm cannot install " + spec);
            }
        }
        return programs;
    }

    void lock(MadeProject project, LoopbackRegistry registry) throws IOException, InterruptedException {
        if (this == BERRY) {
            Files.writeString(
                    project.directory().resolve(".yarnrc.yml"),
                    "npmRegistryServer: \"" + registry.url().replaceFirst("/$", "")
                            + "\"\nunsafeHttpWhitelist: [\"*\"]\nnodeLinker: node-modules\n");
            // Without any lock it would look for a project in the folders above.
            Files.createFile(project.directory().resolve("yarn.lock"));
        }
        project.run(environment(project.directory().resolveSibling("caches")), lock);
    }
}
