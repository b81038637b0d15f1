package com.example.signup;

import static dev.smokerunner.api.assertj.SmokeAssertions.assertThat;

import dev.smokerunner.api.Page;
import dev.smokerunner.api.Plan;
import dev.smokerunner.api.SmokeRunner;
import dev.smokerunner.api.junit.SmokeTest;
import dev.smokerunner.api.junit.SmokeTests;
import dev.smokerunner.result.SmokeResult;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignupSmokeTest {
    /** A test for each check on each page of the config. */
    @SmokeTest(value = "smoke-configs/circle.yaml", environment = "healthy")
    void circle() {}

    /** The same where code says what to look at. */
    @TestFactory
    Stream<DynamicTest> help() {
        return SmokeTests.of(Plan.files(Path.of("site")).page(Page.at("help.html").titled("Help")));
    }

    /** One test, with what matters to it. */
    @Test
    void join() {
        SmokeResult result = SmokeRunner.run(
                Plan.files(Path.of("site")).page(Page.at("./").requires("#join form")));

        assertThat(result).passed().hasNoFindings();
        assertThat(result).page("./").resolvesAllScripts().hasRequiredElements();
    }
}
