package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.lab.LoopbackRegistry;
import dev.smokerunner.canary.lab.MadeProject;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.standin.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well a project pins what it is built with; npm and the registry are real. */
class AuditCommandIT {
    @TempDir
    private Path folder;

    private LoopbackRegistry registry;
    private Path project;

    @BeforeEach
    void makesTheProject() throws Exception {
        Tool.NPM.require();
        registry = new LoopbackRegistry();
        registry.publish(MadeProject.module(1), "1.0.0", MadeProject.HARMLESS);
        project = MadeProject.with(Files.createDirectory(folder.resolve("project")), registry, 1)
                .directory();
    }

    @AfterEach
    void closesTheRegistry() {
        registry.close();
    }

    @Test
    void saysWhatItReadWhereALockHolds() throws Exception {
        Files.writeString(project.resolve("Jenkinsfile"), "sh 'npm ci'\n");

        Call call = audit();

        assertThat(call.out())
                .startsWith("PASS  " + project + ": 1 risk, 0 of them high\nread    package-lock.json; Jenkinsfile\n")
                .contains("made-01: \"^1.0.0\" takes later versions");
        assertThat(call.code()).isZero();
    }

    @Test
    void failsWhereNoLockIsAndSaysThatNobodyKnowsHowItIsInstalled() throws Exception {
        Files.delete(project.resolve("package-lock.json"));

        Call call = audit();

        assertThat(call.out())
                .contains("read    no lock, because there is none; no file of a build server was found")
                .contains(
                        "high    package-lock.json: there is no lock: each build takes the newest versions of that day")
                .contains("to do: run npm install once, commit package-lock.json, and build with npm ci");
        assertThat(call.code()).isEqualTo(1);
    }

    @Test
    void failsWhereTheLockIsSwitchedOffIgnoredOrOutOfStep() throws Exception {
        Files.writeString(
                project.resolve(".npmrc"), Files.readString(project.resolve(".npmrc")) + "\npackage-lock=false\n");
        Files.writeString(project.resolve(".gitignore"), "/package-lock.json\n");
        Path manifest = project.resolve("package.json");
        Files.writeString(manifest, Files.readString(manifest).replace("^1.0.0", "~1.0.0"));

        Call call = audit();

        assertThat(call.out())
                .contains(
                        "high    .npmrc: package-lock=false: npm install ignores the lock",
                        "high    .gitignore: package-lock.json is ignored, so that no build server has it",
                        "high    made-01: package.json asks for \"~1.0.0\", and the lock was made for \"^1.0.0\"");
        assertThat(call.code()).isEqualTo(1);
    }

    private Call audit() {
        return Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()),
                "canary",
                "--audit",
                project.toString());
    }
}
