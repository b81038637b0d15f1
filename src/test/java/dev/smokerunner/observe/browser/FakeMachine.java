package dev.smokerunner.observe.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine that has what a test gives it. */
final class FakeMachine implements Machine {
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<Path, String> programs = new HashMap<>();

    FakeMachine with(String path, String versionOutput) {
        programs.put(Path.of(path), versionOutput);
        return this;
    }

    FakeMachine variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    FakeMachine systemProperty(String name, String value) {
        properties.put(name, value);
        return this;
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    @Override
    public boolean isExecutable(Path path) {
        return programs.containsKey(path);
    }

    @Override
    public Path real(Path path) {
        return path;
    }

    @Override
    public Optional<String> versionOutput(Path program) {
        return Optional.ofNullable(programs.get(program)).filter(output -> !output.isEmpty());
    }

    @Override
    public List<Path> searchPath() {
        return new ArrayList<>(List.of(Path.of("/usr/bin")));
    }
}
