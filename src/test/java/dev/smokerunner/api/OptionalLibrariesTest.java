package dev.smokerunner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The library alone: without the test frameworks, without Selenium, and without what only the command line needs. */
@Timeout(60)
class OptionalLibrariesTest {
    private static final Pattern OPTIONAL = Pattern.compile(
            ".*(test-classes|junit|opentest4j|assertj|byte-buddy|selenium|webdrivermanager|picocli|jte|slf4j-jdk14).*");

    @Test
    void runsWithoutWhatIsOptional(@TempDir Path site) throws Exception {
        Files.writeString(site.resolve("index.html"), "<h1>Shop</h1>");
        try (URLClassLoader alone = new URLClassLoader(neededJars(), ClassLoader.getPlatformClassLoader())) {
            assertThat(Stream.of(
                            "org.junit.jupiter.api.Test",
                            "org.assertj.core.api.Assertions",
                            "org.openqa.selenium.WebDriver"))
                    .noneMatch(name -> isThere(name, alone));
            Class<?> plans = alone.loadClass("dev.smokerunner.api.Plan");
            Class<?> kinds = alone.loadClass("dev.smokerunner.api.BrowserKind");
            Object none = kinds.getField("NONE").get(null);
            Object plan = plans.getMethod("files", Path.class).invoke(null, site);
            Object blind = plans.getMethod("browser", kinds).invoke(plan, none);

            // Found by its descriptor, as callers do: to list all methods would load Selenium's types.
            Object result = java.lang.invoke.MethodHandles.publicLookup()
                    .findStatic(
                            alone.loadClass("dev.smokerunner.api.SmokeRunner"),
                            "run",
                            java.lang.invoke.MethodType.methodType(
                                    alone.loadClass("dev.smokerunner.result.SmokeResult"), plans))
                    .invoke(blind);

            assertThat(result).hasToString(result.toString()).asString().contains("verdict=PASS");
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isThere(String name, ClassLoader loader) {
        try {
            loader.loadClass(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static URL[] neededJars() throws IOException {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OPTIONAL.matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .map(OptionalLibrariesTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
