package dev.smokerunner.check;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;

/**
 * Judges one aspect of a page: a pure function without I/O, clock or browser.
 *
 * <p>A check that cannot judge what it was given says so by {@link Judgement#errored} (it was asked for and could not be
 * seen) or {@link Judgement#skipped} (it was not asked for). An exception that it throws counts as errored.
 */
public interface Check {

    /** The name in reports and configs: kebab case, e.g. {@code asset-status}. Part of the contract. */
    String name();

    /** Whether there is nothing to judge where the page is not there; not so for whether it is, and for what concerns the whole site. */
    default boolean needsThePage() {
        return true;
    }

    /** Whether it judges what was seen of the whole site, and nothing that was seen of a page. */
    default boolean isAboutTheSite() {
        return false;
    }

    /** Whether how the page looks is enough for it, and it need not know how it came to that. */
    default boolean isAboutTheLook() {
        return false;
    }

    /** What is found on a page, given what is expected of it; the view is shared with all other checks. */
    Judgement judge(PageView page, Expectations expected);
}
