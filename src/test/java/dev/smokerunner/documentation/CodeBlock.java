package dev.smokerunner.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fenced block of a page of the documentation.
 *
 * @param file the page
 * @param line the line of its fence
 * @param language the first word behind the fence; empty where there is none
 * @param remark what follows it, which a reader of the page does not see
 * @param text what stands in the block
 */
record CodeBlock(Path file, int line, String language, String remark, String text) {
    private static final String FENCE = "```";

    /** All pages that are read by people and not written by a run. */
    static List<Path> pages() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of all pages. */
    static List<CodeBlock> all() {
        return pages().stream().flatMap(page -> of(page).stream()).toList();
    }

    /** The blocks of one page. */
    static List<CodeBlock> of(Path page) {
        List<String> lines = lines(page);
        List<CodeBlock> blocks = new ArrayList<>();
        for (int start = 0; start < lines.size(); start++) {
            if (lines.get(start).startsWith(FENCE)) {
                int end = start + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                String[] words = lines.get(start).substring(FENCE.length()).split(" ", 2);
                blocks.add(new CodeBlock(
                        page,
                        start + 1,
                        words[0],
                        words.length == 1 ? "" : words[1],
                        String.join("\n", lines.subList(start + 1, end)) + "\n"));
                start = end;
            }
        }
        return blocks;
    }

    /** What a page says outside of its blocks. */
    static String prose(Path page) {
        StringBuilder prose = new StringBuilder();
        boolean isFenced = false;
        for (String line : lines(page)) {
            if (line.startsWith(FENCE)) {
                isFenced = !isFenced;
            } else if (!isFenced) {
                prose.append(line).append('\n');
            }
        }
        return prose.toString();
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
