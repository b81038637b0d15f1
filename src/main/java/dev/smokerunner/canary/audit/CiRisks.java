package dev.smokerunner.canary.audit;

import dev.smokerunner.canary.audit.Risk.Level;
import dev.smokerunner.canary.packages.PackageTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what builds on a server keeps to the lock. */
final class CiRisks {
    private static final List<String> FILES = List.of(
            "Jenkinsfile",
            ".gitlab-ci.yml",
            ".travis.yml",
            ".circleci/config.yml",
            "azure-pipelines.yml",
            "bitbucket-pipelines.yml",
            "Dockerfile",
            "Makefile",
            "build.sh");

    private static final List<String> FOLDERS = List.of(".github/workflows", "ci");

    /** What moves locks, or goes without; {@code npm install -g} of a tool is something else. */
    private static final Pattern FLOATS = Pattern.compile(
            "--no-package-lock|--no-lockfile|--no-frozen-lockfile|\\b(yarn upgrade|yarn up|pnpm update|pnpm up)\\b"
                    + "|\\bnpm (install|i|update|up)(?= *($|[&|;\"'#\\\\]|--(?!global)))(?!.*(-g\\b|--global))");

    /** What Yarn 1 does with no name of a command, or with install, moves its lock; a later one keeps to it on build servers. */
    private static final Pattern FLOATS_IN_YARN_1 = Pattern.compile(
            "(?:^|(?<!cache): *|[-&|;'\"] *|\\bRUN +)yarn( install)?(?= *(?:$|[&|;\"'#\\\\]|--))(?!.*--(frozen-lockfile|immutable))");

    private static final Pattern COMMENT = Pattern.compile("\\s*(#|//).*");

    private CiRisks() {}

    static List<Risk> of(Path project, PackageTool manager) {
        List<Pattern> patterns =
                manager.keepsToTheLockOnServers() ? List.of(FLOATS) : List.of(FLOATS, FLOATS_IN_YARN_1);
        List<Risk> risks = new ArrayList<>();
        for (Path file : files(project).toList()) {
            List<String> lines = ProjectText.lines(file);
            for (int at = 0; at < lines.size(); at++) {
                String place = project.relativize(file) + ":" + (at + 1);
                moving(lines.get(at), patterns)
                        .map(command -> new Risk(
                                Level.HIGH,
                                place,
                                "\"" + command + "\" may take other versions than the lock",
                                manager.lockedInstallCommand() + " installs the lock, or fails"))
                        .ifPresent(risks::add);
            }
        }
        return risks;
    }

    private static Optional<String> moving(String line, List<Pattern> patterns) {
        return COMMENT.matcher(line).matches()
                ? Optional.empty()
                : patterns.stream()
                        .map(pattern -> pattern.matcher(line))
                        .filter(Matcher::find)
                        .map(found -> found.group().replaceFirst("^\\W+", "").strip())
                        .findFirst();
    }

    /** The files of a project that tell a build server what to do. */
    static Stream<Path> files(Path project) {
        List<Path> files = new ArrayList<>(FILES.stream().map(project::resolve).toList());
        for (String folder : FOLDERS) {
            try (Stream<Path> inside = Files.list(project.resolve(folder))) {
                inside.sorted().forEach(files::add);
            } catch (IOException none) {
                // A project without it.
            }
        }
        return files.stream().filter(Files::isRegularFile);
    }
}
