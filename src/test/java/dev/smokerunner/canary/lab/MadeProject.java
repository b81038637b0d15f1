package dev.smokerunner.canary.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project with floating dependencies, each of which changes a page in turn as it is built.
 *
 * @param directory where it is
 */
public record MadeProject(Path directory) {
    /** A module that leaves a page as it is. */
    public static final String HARMLESS = "module.exports = page => page;";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Made</title><script src="app.js" defer></script></head>
            <body><h1>Made</h1></body>
            </html>
            """;

    /** Passes the page through all dependencies, in order. */
    private static final String BUILD = """
            const fs = require('fs');
            let page = fs.readFileSync('page.html', 'utf8');
            for (const name of Object.keys(require('./package.json').dependencies)) {
              page = require(name)(page);
            }
            fs.mkdirSync('dist', { recursive: true });
            fs.writeFileSync('dist/index.html', page);
            fs.writeFileSync('dist/app.js', 'document.title = "Made well";');
            """;

    /** The name of the n-th module. */
    public static String module(int number) {
        return String.format(java.util.Locale.ROOT, "made-%02d", number);
    }

    /**
     * Makes it, with its lock.
     *
     * @param registry has all modules in version 1.0.0
     * @param modules how many it depends on, from 1
     */
    public static MadeProject with(Path directory, LoopbackRegistry registry, int modules)
            throws IOException, InterruptedException {
        return of(
                directory,
                registry,
                IntStream.rangeClosed(1, modules).mapToObj(MadeProject::module).toList(),
                PackageManager.NPM);
    }

    /**
     * The same of named modules, locked by a package manager.
     *
     * @param names what it depends on
     */
    public static MadeProject of(Path directory, LoopbackRegistry registry, List<String> names, PackageManager manager)
            throws IOException, InterruptedException {
        Map<String, String> dependencies =
                names.stream().collect(Collectors.toMap(name -> name, name -> "^1.0.0", (a, b) -> a, TreeMap::new));
        Map<String, Object> manifest = Map.of(
                "name",
                "made",
                "version",
                "1.0.0",
                "scripts",
                Map.of("build", "node build.js"),
                "dependencies",
                dependencies);
        Files.writeString(
                directory.resolve("package.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
        Files.writeString(directory.resolve("page.html"), PAGE);
        Files.writeString(directory.resolve("build.js"), BUILD);
        Files.writeString(
                directory.resolve(".npmrc"),
                "registry=" + registry.url() + "\ncache=" + directory.resolveSibling("npm-cache")
                        + "\nomit-lockfile-registry-resolved=false\n");
        MadeProject project = new MadeProject(directory);
        manager.lock(project, registry);
        return project;
    }

    /** Runs a program in it. */
    void run(Map<String, String> environment, List<String> words) throws IOException, InterruptedException {
        Path log = directory.resolveSibling("log");
        // Which looks for the program where the environment says.
        List<String> found = new ArrayList<>(List.of("env"));
        found.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(found)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", words) + ": " + Files.readString(log));
        }
    }
}
