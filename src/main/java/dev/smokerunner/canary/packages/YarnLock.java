package dev.smokerunner.canary.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lock of Yarn 1, a form of its own: a block for each version, headed by the ranges that it answers. */
final class YarnLock {
    private static final Pattern VERSION = Pattern.compile("(?m)^  version \"?([^\"\n]+)\"?$");
    private static final Pattern RESOLVED = Pattern.compile("(?m)^  resolved \"?([^\"\n]+)\"?$");
    private static final Pattern NEEDED = Pattern.compile("(?m)^    \"?([^\"\\s]+)\"? ");

    private final List<String> blocks;

    private YarnLock(List<String> blocks) {
        this.blocks = blocks;
    }

    static YarnLock read(Path file) throws PackagesException {
        try {
            return new YarnLock(
                    List.of(Files.readString(file).replace("\r\n", "\n").split("\n\n+", -1)));
        } catch (IOException e) {
            throw new PackagesException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    Lock lock() {
        List<LockedPackage> packages = new ArrayList<>();
        for (String block : blocks) {
            Matcher version = VERSION.matcher(block);
            if (!version.find()) {
                continue;
            }
            Matcher resolved = RESOLVED.matcher(block);
            String source = resolved.find() ? resolved.group(1) : "";
            packages.add(new LockedPackage(
                    header(block),
                    name(block),
                    version.group(1),
                    needs(block),
                    Map.of(),
                    source.contains("/-/") ? "" : source,
                    false));
        }
        return Lock.of(packages);
    }

    /** The text of a lock without some packages, which Yarn then resolves anew. */
    String without(Set<String> names) {
        return blocks.stream()
                .filter(block -> block.startsWith("#") || block.isBlank() || !names.contains(name(block)))
                .collect(Collectors.joining("\n\n"));
    }

    private static Set<String> needs(String block) {
        Set<String> needs = new LinkedHashSet<>();
        Matcher needed = NEEDED.matcher(block);
        while (needed.find()) {
            needs.add(needed.group(1));
        }
        return needs;
    }

    private static String header(String block) {
        return block.strip().lines().findFirst().orElse("").replaceFirst(":$", "");
    }

    private static String name(String block) {
        return nameOf(header(block).replaceFirst(", .*", "").replace("\"", ""));
    }

    /** The name before a range or a version; that of a scope begins with another @. */
    static String nameOf(String spec) {
        int at = spec.indexOf('@', 1);
        return at < 0 ? spec : spec.substring(0, at);
    }
}
