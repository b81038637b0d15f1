package dev.smokerunner.canary.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path folder;

    private Path before;
    private Path project;

    @BeforeEach
    void copiesAProject() throws Exception {
        before = folder.resolve("before");
        write(before, "src/index.html");
        project = folder.resolve("project");
        Tree.copy(before, project, Set.of());
    }

    @Test
    void isTheUppermostFolderWithAPageThatTheBuildMade() throws Exception {
        write(project, "tmp/deploy/index.html");
        write(project, "tmp/deploy/help/index.html");
        write(project, "node_modules/some/index.html");

        assertThat(OutputFolder.in(project, before)).contains(project.resolve("tmp/deploy"));
    }

    @Test
    void isTheUsualOneOfTwo() throws Exception {
        write(project, "coverage/index.html");
        write(project, "dist/index.html");

        assertThat(OutputFolder.in(project, before)).contains(project.resolve("dist"));
    }

    @Test
    void isNoneWhereThePageWasThereBefore() throws Exception {
        assertThat(OutputFolder.in(project, before)).isEmpty();
    }

    private static void write(Path root, String file) throws Exception {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), "<p>page");
    }
}
