package dev.smokerunner.canary.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.packages.PackageTools;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiRisksTest {
    @TempDir
    private Path project;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh 'npm install'",
                "npm i && npm test",
                "run: npm update",
                "npm install --no-package-lock",
                "yarn upgrade",
                "npm ci --no-package-lock",
                "sh 'yarn'",
                "- yarn install --silent",
                "run: yarn && yarn test"
            })
    void findsWhatMayMoveTheLock(String line) throws Exception {
        Files.writeString(project.resolve("Jenkinsfile"), "steps {\n  " + line + "\n}\n");

        assertThat(CiRisks.of(project, PackageTools.of(project)))
                .singleElement()
                .satisfies(risk -> {
                    assertThat(risk.subject()).isEqualTo("Jenkinsfile:2");
                    assertThat(risk.level()).isEqualTo(Risk.Level.HIGH);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm ci",
                "npm install -g grunt-cli",
                "# npm install",
                "// npm install",
                "cache: yarn",
                "yarn test",
                "yarn install --frozen-lockfile",
                "npm install -g yarn",
                "npm run install-fonts",
                "yarn install --immutable"
            })
    void leavesTheRestAlone(String line) throws Exception {
        Files.writeString(project.resolve("Jenkinsfile"), line + "\n");

        assertThat(CiRisks.of(project, PackageTools.of(project))).isEmpty();
    }

    /** Later versions of Yarn refuse to move a lock on a build server. */
    @Test
    void knowsTheCommandsOfTheManagerThatIsUsed() throws Exception {
        Files.writeString(project.resolve("Jenkinsfile"), "sh 'yarn install'\n");
        Files.writeString(project.resolve("yarn.lock"), "# yarn lockfile v1\n");
        assertThat(CiRisks.of(project, PackageTools.of(project)))
                .singleElement()
                .satisfies(risk -> assertThat(risk.advice()).startsWith("yarn install --frozen-lockfile "));

        Files.writeString(project.resolve("yarn.lock"), "__metadata:\n  version: 8\n");
        assertThat(CiRisks.of(project, PackageTools.of(project))).isEmpty();
    }

    @Test
    void looksIntoWorkflows() throws Exception {
        Path folder = Files.createDirectories(project.resolve(".github/workflows"));
        Files.writeString(folder.resolve("build.yml"), "      - run: npm install\n");

        assertThat(CiRisks.of(project, PackageTools.of(project)))
                .extracting(Risk::subject)
                .containsExactly(".github/workflows/build.yml:1");
    }
}
