package dev.smokerunner.api.assertj;

import dev.smokerunner.result.SmokeResult;

/** Where assertions about results begin. */
public final class SmokeAssertions {
    private SmokeAssertions() {}

    /** Begins an assertion about a result. */
    public static SmokeResultAssert assertThat(SmokeResult result) {
        return new SmokeResultAssert(result);
    }
}
