package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.SmokeResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryNamesTest {

    @Test
    void namesTheSiteAndItsEnvironment() {
        assertThat(DirectoryNames.of(List.of(Samples.healthy(), Samples.inconclusive())))
                .containsExactly("signup-production", "signup-staging");
    }

    @Test
    void tellsNamesApartThatDifferOnlyInWhatADirectoryCannotHold() {
        List<String> names = DirectoryNames.of(List.of(named("Sign up"), named("sign/up"), named("login")));

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.get(0)).matches("sign-up-live-[0-9a-f]{8}");
        assertThat(names.get(1)).matches("sign-up-live-[0-9a-f]{8}");
        assertThat(names.get(2)).isEqualTo("login-live");
    }

    @Test
    void givesAResultTheSameNameWhereverItStands() {
        List<String> names = DirectoryNames.of(List.of(named("a.b"), named("a b")));

        assertThat(DirectoryNames.of(List.of(named("a b"), named("a.b")))).containsExactly(names.get(1), names.get(0));
    }

    @Test
    void tellsTheSameThingCheckedTwiceApart() {
        assertThat(DirectoryNames.of(List.of(named("a"), named("a"), named("a"))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void staysWithinTheReportDirectory(String payload) {
        assertThat(DirectoryNames.of(List.of(named(payload), named("../../" + payload), named("con"))))
                .allMatch(name -> name.matches("[a-z0-9][a-z0-9-]{0,70}"))
                .doesNotHaveDuplicates();
    }

    private static SmokeResult named(String name) {
        return Samples.passed(
                new SmokeResult.Subject(name, Optional.empty(), Optional.empty(), "live", Audience.TEAM, "dist"),
                List.of(),
                List.of(),
                List.of());
    }
}
