package dev.smokerunner.doctor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The machine that this runs on. */
public final class ThisHost implements Host {
    private static final int LONGEST = 1 << 16;
    private static final List<String> ARCHIVES = List.of("-XX:SharedArchiveFile=", "-XX:AOTCache=");

    private final Map<String, String> environment;

    /**
     * Looks at this machine.
     *
     * @param environment the environment variables
     */
    public ThisHost(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Family family() {
        return family(System.getProperty("os.name", ""));
    }

    static Family family(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return Family.LINUX;
        }
        if (lower.startsWith("mac")) {
            return Family.MAC;
        }
        return lower.startsWith("windows") ? Family.WINDOWS : Family.OTHER;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public JavaFacts java() {
        Optional<String> archive = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .flatMap(argument -> ARCHIVES.stream()
                        .filter(argument::startsWith)
                        .map(prefix -> argument.substring(prefix.length())))
                .findFirst();
        return new JavaFacts(
                Runtime.version().toString(), System.getProperty("java.home", ""), archive, sharesClasses());
    }

    /** Java turns this off by itself where it cannot use the archive that it was given. */
    private static boolean sharesClasses() {
        try {
            return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                    .filter(java ->
                            java.getVMOption("UseSharedSpaces").getValue().equals("true"))
                    .isPresent();
        } catch (IllegalArgumentException anotherJava) {
            return false;
        }
    }

    @Override
    public Optional<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong free(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<String> refusal(Path folder) {
        try {
            // Tried out: permissions alone do not tell of a read-only disk, nor of a full one.
            Files.delete(Files.createTempFile(folder, "smoke-doctor-", ".tmp"));
            return Optional.empty();
        } catch (IOException | SecurityException refused) {
            return Optional.of(refused.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    @Override
    public OptionalDouble load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
    }

    @Override
    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public OptionalDouble steal() {
        return new ProcessorTimes(this).steal();
    }

    @Override
    public Optional<Boolean> collectsOrphans() {
        return new Orphan(this).isCollected();
    }

    /** The state letter of a process, e.g. {@code Z}; absent where there is none any more. */
    Optional<String> state(long process) {
        // Its name, in parentheses, may have any character in it.
        return text(Path.of("/proc", Long.toString(process), "stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip())
                .flatMap(rest -> Stream.of(rest.split(" ", 2)).findFirst());
    }
}
