package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.RenderedPage;
import java.util.List;
import java.util.Optional;

/**
 * One page of a drafted config.
 *
 * @param path its path, relative to the environment's URL
 * @param title what its title must contain
 * @param required the elements that it must show
 * @param scripts the script tags that it must have
 * @param limits how long it may take
 */
public record PageDraft(
        String path,
        Optional<Entry> title,
        List<RequiredEntry> required,
        List<Entry> scripts,
        ResponseTimeDraft limits) {

    /** Copies the lists. */
    public PageDraft {
        requireNonNull(path);
        requireNonNull(title);
        requireNonNull(limits);
        required = List.copyOf(required);
        scripts = List.copyOf(scripts);
    }

    /** Drafts a page; what is left out goes to the list. */
    static PageDraft of(VisitedPage page, OwnHosts hosts, List<LeftOut> leftOut) {
        Choice<RequiredEntry> required = RequiredElements.of(page);
        Choice<Entry> scripts = ScriptEntries.of(page, hosts);
        leftOut.addAll(required.leftOut());
        leftOut.addAll(scripts.leftOut());
        return new PageDraft(
                page.path(), title(page, leftOut), required.taken(), scripts.taken(), ResponseTimeDraft.of(page));
    }

    private static Optional<Entry> title(VisitedPage page, List<LeftOut> leftOut) {
        List<String> titles =
                page.rendered().stream().map(RenderedPage::title).distinct().toList();
        boolean isOne = titles.size() == 1;
        if (isOne && WritableText.isText(titles.get(0))) {
            return Optional.of(new Entry(titles.get(0), "the title in each visit"));
        }
        titles.stream()
                .filter(title -> !title.isBlank())
                .forEach(title -> leftOut.add(new LeftOut(
                        title,
                        isOne ? "a title that a config cannot hold as it is" : "a title that changes with the visit")));
        return Optional.empty();
    }
}
