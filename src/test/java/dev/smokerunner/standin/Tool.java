package dev.smokerunner.standin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A program that tests need and that not every machine has. */
public enum Tool {
    /** The cache of the CDN; its package brings the C compiler that it needs. */
    VARNISHD("varnish"),
    /** The client of S3 that the scripts in {@code ci} call. */
    AWS("awscli"),
    /** The driver that a node of a Selenium Grid starts. */
    CHROMEDRIVER("chromium-driver"),
    /** The browser that this driver starts. */
    CHROMIUM("chromium"),
    /** The other browser. */
    FIREFOX_ESR("firefox-esr"),
    /** The database that several monitors share. */
    POSTGRES("postgresql"),
    /** The daemon that takes numbers for Graphite. */
    CARBON_CACHE("graphite-carbon"),
    /** Graphite's web application. */
    GRAPHITE_MANAGE("graphite-web"),
    /** What moves the packages of projects; it brings Node. */
    NPM("npm"),
    /** What holds the builds of canaries. */
    BWRAP("bubblewrap"),
    /** A shell that completes what one types. */
    ZSH("zsh"),
    /** Another one. */
    FISH("fish");

    /** Daemons stand where the PATH of a plain user does not lead. */
    private static final List<String> ALSO = List.of("/usr/sbin", "/usr/local/sbin");

    private final String debianPackage;

    Tool(String debianPackage) {
        this.debianPackage = debianPackage;
    }

    /**
     * Where it is.
     *
     * @throws TestAbortedException where it is missing on a machine that is not a CI server: the test is skipped
     * @throws AssertionError where it is missing and {@code CI=true}: what did not run never passes
     */
    public Path require() {
        return require(System.getenv());
    }

    Path require(Map<String, String> environment) {
        Optional<Path> found = Stream.of(
                        Stream.of(environment.getOrDefault("PATH", "").split(":")), ALSO.stream(), ofPostgres())
                .flatMap(directories -> directories)
                .map(directory -> Path.of(directory, command()))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        String reason = command() + " is not installed: apt-get install " + debianPackage;
        if ("true".equals(environment.get("CI"))) {
            throw new AssertionError(reason + " (with CI=true no test may be skipped)");
        }
        System.err.println("SKIPPED: " + reason);
        throw new TestAbortedException(reason);
    }

    /** Debian has a directory for each version. */
    private static Stream<String> ofPostgres() {
        String[] versions = new File("/usr/lib/postgresql").list();
        return Stream.of(versions == null ? new String[0] : versions)
                .map(version -> "/usr/lib/postgresql/" + version + "/bin");
    }

    private String command() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
