package dev.smokerunner.api.assertj;

import dev.smokerunner.report.ResultText;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a result. */
public final class SmokeResultAssert extends AbstractAssert<SmokeResultAssert, SmokeResult> {
    SmokeResultAssert(SmokeResult result) {
        super(result, SmokeResultAssert.class);
    }

    /** It passed: all that was asked for was seen, and nothing as bad as the gate was found. An inconclusive run did not. */
    public SmokeResultAssert passed() {
        return is(Verdict.PASS);
    }

    /** It failed: something as bad as the gate was found. An inconclusive run did not. */
    public SmokeResultAssert failed() {
        return is(Verdict.FAIL);
    }

    /** It could not find out. */
    public SmokeResultAssert isInconclusive() {
        return is(Verdict.INCONCLUSIVE);
    }

    /** Nothing was found, not even what the gate lets pass; and it was not for want of looking: the run is not inconclusive. */
    public SmokeResultAssert hasNoFindings() {
        isNotNull();
        if (!actual.findings().isEmpty()) {
            throw failure(
                    "%s",
                    "expected no findings, got " + actual.findings().size() + "\n"
                            + ResultText.of(actual.findings(), actual));
        }
        return actual.verdict() == Verdict.INCONCLUSIVE ? passed() : this;
    }

    /** Something was found of this kind, e.g. {@code asset-missing}. */
    public SmokeResultAssert hasFinding(String kind) {
        isNotNull();
        if (actual.findings().stream().map(Finding::kind).noneMatch(kind::equals)) {
            List<String> kinds = actual.findings().stream().map(Finding::kind).toList();
            throw failure(
                    "%s",
                    "expected a finding of kind " + kind + ", got " + (kinds.isEmpty() ? "none" : kinds) + "\n"
                            + ResultText.of(actual));
        }
        return this;
    }

    /**
     * Goes on with one page of it, as each of the browsers saw it.
     *
     * @param path as in the plan, relative to what was looked at; {@code ./} is that itself
     */
    public SmokePageAssert page(String path) {
        isNotNull();
        List<PageResult> pages = actual.pages().stream()
                .filter(page -> isWhole(path) || page.url().equals(base().resolve(path)))
                .toList();
        if (pages.isEmpty()) {
            String all = actual.pages().stream()
                    .map(page -> page.url().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw failure("%s", "expected a page " + path + ", got " + all);
        }
        return new SmokePageAssert(pages, actual);
    }

    /** Whether it can only be the one page that was looked at, whatever query its address has. */
    private boolean isWhole(String path) {
        return path.equals("./")
                && actual.pages().stream().map(PageResult::url).distinct().count() == 1
                && !actual.subject().target().contains("?")
                && base().getPath().equals(actual.pages().get(0).url().getPath());
    }

    /** Where the target was; a package was served at the root of a host of its own. */
    private URI base() {
        String target = actual.subject().target();
        return target.contains("://")
                ? URI.create(target)
                : actual.pages().get(0).url().resolve("/");
    }

    private SmokeResultAssert is(Verdict verdict) {
        isNotNull();
        if (actual.verdict() != verdict) {
            throw failure(
                    "%s",
                    "expected the verdict " + verdict + ", got " + actual.verdict() + "\n" + ResultText.of(actual));
        }
        return this;
    }
}
