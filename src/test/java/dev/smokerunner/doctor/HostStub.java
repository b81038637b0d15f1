package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A healthy Linux machine, of which a test spoils what it is about. */
final class HostStub implements Host {
    Family family = Family.LINUX;
    final Map<String, String> variables = new HashMap<>();
    final Map<Path, String> files = new HashMap<>();
    JavaFacts java = new JavaFacts("17.0.15+6", "/opt/java", Optional.of("/opt/smoke.jsa"), true);
    OptionalLong free = OptionalLong.of(10L << 30);
    Optional<String> refusal = Optional.empty();
    boolean root;
    OptionalDouble load = OptionalDouble.of(0.5);
    OptionalDouble steal = OptionalDouble.of(0);
    Optional<Boolean> collects = Optional.of(true);

    @Override
    public Family family() {
        return family;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public JavaFacts java() {
        return java;
    }

    @Override
    public Optional<String> text(Path file) {
        return Optional.ofNullable(files.get(file));
    }

    @Override
    public OptionalLong free(Path folder) {
        return free;
    }

    @Override
    public Optional<String> refusal(Path folder) {
        return refusal;
    }

    @Override
    public boolean isRoot() {
        return root;
    }

    @Override
    public OptionalDouble load() {
        return load;
    }

    @Override
    public int processors() {
        return 2;
    }

    @Override
    public OptionalDouble steal() {
        return steal;
    }

    @Override
    public Optional<Boolean> collectsOrphans() {
        return collects;
    }
}
