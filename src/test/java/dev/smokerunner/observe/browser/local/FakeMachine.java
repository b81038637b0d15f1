package dev.smokerunner.observe.browser.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine that has what a test gives it. */
final class FakeMachine implements Machine {
    private final Map<String, String> environment = new HashMap<>();
    private final Set<Path> programs = new HashSet<>();

    FakeMachine with(String path) {
        programs.add(Path.of(path));
        return this;
    }

    FakeMachine variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public boolean isExecutable(Path path) {
        return programs.contains(path);
    }

    @Override
    public Path real(Path path) {
        return path;
    }

    @Override
    public List<Path> children(Path directory) {
        return programs.stream()
                .filter(program -> program.startsWith(directory) && !program.equals(directory))
                .map(program -> directory.resolve(directory.relativize(program).getName(0)))
                .distinct()
                .toList();
    }

    @Override
    public List<Path> searchPath() {
        return new ArrayList<>(List.of(Path.of("/usr/bin")));
    }
}
