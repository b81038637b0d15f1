package dev.smokerunner.api.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a method: looks once, and is a test for each check on each page.
 *
 * <pre>{@code
 * @SmokeTest(value = "smoke-configs/signup.yaml", environment = "staging")
 * void signup() {}
 * }</pre>
 *
 * <p>A test <em>fails</em> where the check found something as bad as the gate; its message is what the console says. It is
 * <em>aborted</em>, with the reason, where the check was not asked for, had nothing to look at, could not be judged, or where
 * another check tells what it found. A run that is inconclusive has one more test, {@code verdict}, which fails: builds are green
 * in spite of aborted tests, and what was not seen never passes. The method itself is called after each check that passed; it may
 * take the {@link dev.smokerunner.result.SmokeResult} as a parameter, and is mostly empty.
 *
 * <p>On a class: gives what it says to the methods with a bare {@code @SmokeTest}, and the result to each test that takes a {@code
 * SmokeResult} as a parameter; all of them share one run. Jupiter finds no test in a class without a method.
 *
 * <p>Where code must say what to look at, e.g. a port: {@link SmokeTests}. A config or a target that cannot be used fails the
 * tests with all that is wrong.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@TestTemplate
@ExtendWith(SmokeTestExtension.class)
public @interface SmokeTest {
    /** A config file, relative to the working directory, which for Maven and Gradle is the project's; none for a bare target. */
    String value() default "";

    /** The environment of the config; may be left out where there is only one. */
    String environment() default "";

    /** A URL, a directory or a zip to look at instead of what the config says, or without one. */
    String target() default "";
}
