package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A config for pages that are healthy now, before anybody writes it down.
 *
 * @param name the name of the page or site
 * @param environment where it was seen
 * @param browser the kind of browser that saw it; absent where it is the usual one
 * @param pages its pages; never empty
 * @param firstParty hosts that belong to it besides its own site
 * @param api calls that each page must make
 * @param allowed console errors to leave alone
 * @param leftOut what was seen and is not in it
 */
public record ConfigDraft(
        String name,
        EnvironmentDraft environment,
        Optional<String> browser,
        List<PageDraft> pages,
        List<Entry> firstParty,
        List<Entry> api,
        List<Entry> allowed,
        List<LeftOut> leftOut) {

    /** Copies the lists. */
    public ConfigDraft {
        requireNonNull(name);
        requireNonNull(environment);
        requireNonNull(browser);
        pages = List.copyOf(pages);
        firstParty = List.copyOf(firstParty);
        api = List.copyOf(api);
        allowed = List.copyOf(allowed);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Drafts a config.
     *
     * @param pages what was seen of each page; never empty
     * @param before what was left out before
     */
    public static ConfigDraft of(
            String name,
            EnvironmentDraft environment,
            Optional<String> browser,
            List<VisitedPage> pages,
            List<LeftOut> before) {
        List<LeftOut> leftOut = new ArrayList<>(before);
        OwnHosts hosts = OwnHosts.of(pages);
        List<PageDraft> drafts =
                pages.stream().map(page -> PageDraft.of(page, hosts, leftOut)).toList();
        Choice<Entry> firstParty = hosts.choice(pages);
        Choice<Entry> api = ApiCalls.of(pages);
        Choice<Entry> noise = KnownNoise.of(pages);
        leftOut.addAll(api.leftOut());
        leftOut.addAll(noise.leftOut());
        leftOut.addAll(firstParty.leftOut());
        return new ConfigDraft(
                name,
                environment,
                browser,
                drafts,
                firstParty.taken(),
                api.taken(),
                noise.taken(),
                leftOut.stream().distinct().toList());
    }
}
