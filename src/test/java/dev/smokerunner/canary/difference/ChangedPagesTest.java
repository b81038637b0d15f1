package dev.smokerunner.canary.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedPagesTest {
    private static final String TEXT = "<p>a text of a page</p>".repeat(50);

    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void makeFolders() throws IOException {
        before = Files.createDirectory(folder.resolve("before"));
        after = Files.createDirectory(folder.resolve("after"));
    }

    @Test
    void showsTheTagThatDiffersMostInAPageOfOneLine() throws IOException {
        pages(
                "<link href=a.1f.css>" + TEXT + "<script src=\"app.js\"></script>" + TEXT,
                "<link href=a.2e.css>" + TEXT + "<script src=\"app.js></script>" + TEXT);

        assertThat(ChangedPages.between(before, after))
                .singleElement()
                .satisfies(change -> assertThat(change.before()).containsExactly("<script src=\"app.js\">"))
                .satisfies(change -> assertThat(change.after()).containsExactly("<script src=\"app.js>"));
    }

    @Test
    void showsThePlaceInALineThatHasNoTags() throws IOException {
        String start = "a = 1; ".repeat(500);
        pages(start + "b = 2;", start + "c = 34;");

        assertThat(ChangedPages.between(before, after))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.before().get(0)).startsWith("...").endsWith("b = 2;"))
                .satisfies(change ->
                        assertThat(change.after().get(0)).startsWith("...").endsWith("c = 34;"));
    }

    @Test
    void showsShortLinesWhole() throws IOException {
        pages("<p>\n<b>one</b>\n</p>\n", "<p>\n<b>two</b>\n</p>\n");

        assertThat(ChangedPages.between(before, after))
                .singleElement()
                .satisfies(change -> assertThat(change.before()).containsExactly("<b>one</b>"))
                .satisfies(change -> assertThat(change.after()).containsExactly("<b>two</b>"));
    }

    private void pages(String old, String young) throws IOException {
        Files.writeString(before.resolve("index.html"), old);
        Files.writeString(after.resolve("index.html"), young);
    }
}
