package com.example.signup;

import static dev.smokerunner.api.assertj.SmokeAssertions.assertThat;

import dev.smokerunner.api.junit.SmokeTest;
import dev.smokerunner.result.SmokeResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fails, and how: {@code mvn test -Pbroken}. All tests of the class share one run. */
@Tag("broken")
@SmokeTest(value = "smoke-configs/circle.yaml", environment = "broken")
class BrokenSignupSmokeTest {
    @SmokeTest
    void circle() {}

    @Test
    void loadsItsScripts(SmokeResult result) {
        assertThat(result).page("./").resolvesAllScripts();
    }

    @Test
    void helps(SmokeResult result) {
        assertThat(result).page("help.html").hasNoFindings();
    }
}
