package dev.smokerunner.check;

import dev.smokerunner.expectation.ApiExpectation;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.expectation.SeverityOverride;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.result.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Expectations of one kind, the rest as for an owner who said nothing. */
final class Expecting {
    private static final Expectations NONE = Expectations.NONE;

    private Expecting() {}

    static Expectations elements(RequiredElement... required) {
        return of(Optional.empty(), List.of(required), List.of(), List.of());
    }

    static Expectations title(String title) {
        return of(Optional.of(new TextPattern(title)), List.of(), List.of(), List.of());
    }

    static Expectations nothingLike(String css) {
        return of(Optional.empty(), List.of(), List.of(css), List.of());
    }

    static Expectations scripts(String... patterns) {
        return of(Optional.empty(), List.of(), List.of(), patterns(patterns));
    }

    private static Expectations of(
            Optional<TextPattern> title,
            List<RequiredElement> required,
            List<String> forbidden,
            List<UrlPattern> scripts) {
        return new Expectations(
                title,
                200,
                required,
                forbidden,
                scripts,
                NONE.responseTime(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Expectations status(int status) {
        return new Expectations(
                NONE.title(),
                status,
                List.of(),
                List.of(),
                List.of(),
                NONE.responseTime(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Expectations within(ResponseTimeLimits limits) {
        return new Expectations(
                NONE.title(), 200, List.of(), List.of(), List.of(), limits, List.of(), List.of(), List.of(), List.of());
    }

    static Expectations call(String pattern, int status, Severity impact) {
        return new Expectations(
                NONE.title(),
                200,
                List.of(),
                List.of(),
                List.of(),
                NONE.responseTime(),
                List.of(new ApiExpectation(new UrlPattern(pattern), status, impact)),
                List.of(),
                List.of(),
                List.of());
    }

    static Expectations ignoring(String... assets) {
        return new Expectations(
                NONE.title(),
                200,
                List.of(),
                List.of(),
                List.of(),
                NONE.responseTime(),
                List.of(),
                patterns(assets),
                List.of(),
                List.of());
    }

    static Expectations allowing(String... errors) {
        return new Expectations(
                NONE.title(),
                200,
                List.of(),
                List.of(),
                List.of(),
                NONE.responseTime(),
                List.of(),
                List.of(),
                Arrays.stream(errors).map(TextPattern::new).toList(),
                List.of());
    }

    static Expectations impact(String check, String subject, Severity impact) {
        return new Expectations(
                NONE.title(),
                200,
                List.of(),
                List.of(),
                List.of(),
                NONE.responseTime(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new SeverityOverride(check, new UrlPattern(subject), impact)));
    }

    private static List<UrlPattern> patterns(String... patterns) {
        return Arrays.stream(patterns).map(UrlPattern::new).toList();
    }
}
