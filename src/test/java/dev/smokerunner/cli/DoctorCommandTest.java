package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.Diagnosis.Level;
import dev.smokerunner.doctor.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    private static final Diagnosis FINE = new Diagnosis("java", Level.OK, "17", Optional.empty());
    private static final Diagnosis POOR = new Diagnosis("load", Level.WARN, "busy", Optional.of("let fewer jobs run"));
    private static final Diagnosis BAD =
            new Diagnosis("chrome", Level.FAIL, "\u001b[2J::error::x", Optional.of("install it"));

    @TempDir
    private Path folder;

    @Test
    void onlyAFailFails() {
        assertThat(Call.smoke(new StubApplication().finding(FINE, POOR), "doctor")
                        .code())
                .isZero();
        assertThat(Call.smoke(new StubApplication().finding(FINE, BAD), "doctor")
                        .code())
                .isOne();
    }

    @Test
    void eachLineHasItsLevelAndWhatToDo() {
        Call call = Call.smoke(new StubApplication().finding(FINE, POOR, BAD), "doctor");

        assertThat(call.out()).isEqualTo("""
                        ok    java    17
                        warn  load    busy
                                      > let fewer jobs run
                        fail  chrome  \\x1b[2J::error::x
                                      > install it

                        1 fail, 1 warn
                        """);
    }

    @Test
    void programsGetJson() {
        Call call = Call.smoke(new StubApplication().finding(FINE, POOR), "doctor", "--format", "json");

        JsonNode root = new JsonMapper().readTree(call.out());
        assertThat(root.path("schema").asString()).isEqualTo("smoke-doctor/1");
        assertThat(root.path("warn").asInt()).isOne();
        assertThat(root.at("/lines/0/advice").isNull()).isTrue();
        assertThat(root.at("/lines/1/advice").asString()).isEqualTo("let fewer jobs run");
    }

    @Test
    void everyEnvironmentOfAConfigIsAPlace() throws Exception {
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                name: signup
                environments:
                  package: {package: not-built.zip}
                  production: {url: "https://${HOST}/"}
                browser: {name: firefox, basic-auth: "${secret:AUTH}"}
                """);
        StubApplication application = new StubApplication()
                .with(Map.of("HOST", "www.example.com", "AUTH", "user:hunter22"))
                .finding(new Diagnosis("x", Level.OK, "it says user:hunter22", Optional.empty()));

        Call call = Call.smoke(application, "doctor", "-c", config.toString());

        assertThat(application.examined.get(0).places())
                .extracting(Place::name)
                .containsExactly("signup package", "signup production");
        assertThat(call.out()).contains("it says ***").doesNotContain("hunter22");
        assertThat(call.code()).isZero();
    }

    @Test
    void aWrongConfigOrFormatIsAUsageError() throws Exception {
        Path config = Files.writeString(folder.resolve("c.yaml"), "name: signup\nenvironmets: {}\n");
        StubApplication application = new StubApplication();

        Call call = Call.smoke(application, "doctor", "-c", config.toString(), "--format", "xml");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("--format: expected console or json", "environments");
        assertThat(application.examined).isEmpty();
    }
}
