package dev.smokerunner.init;

import dev.smokerunner.check.APage;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observation.PageOutline.Part;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages that were visited, and drafts that are made from them. */
final class AVisited {
    private AVisited() {}

    static Part part(String tag, String id, String text) {
        return new Part(tag, id, "", "", text);
    }

    static PageOutline outline(Part... parts) {
        return new PageOutline(List.of(parts), List.of());
    }

    static PageOutline linking(String... addresses) {
        return new PageOutline(List.of(), Stream.of(addresses).map(URI::create).toList());
    }

    static ConfigDraft draft(APage... visits) {
        return draft(new VisitedPage("./", Stream.of(visits).map(APage::seen).toList()));
    }

    static ConfigDraft draft(VisitedPage... pages) {
        return ConfigDraft.of(
                "shop",
                EnvironmentDraft.ofSite("https://shop.example/", false),
                Optional.empty(),
                List.of(pages),
                List.of());
    }

    static VisitedPage page(String path, PageObservation... visits) {
        return new VisitedPage(path, List.of(visits));
    }

    static List<String> values(List<Entry> entries) {
        return entries.stream().map(Entry::value).toList();
    }

    static List<String> required(ConfigDraft draft) {
        return draft.pages().get(0).required().stream().map(RequiredEntry::css).toList();
    }

    static List<String> leftOut(ConfigDraft draft) {
        return draft.leftOut().stream().map(LeftOut::what).toList();
    }
}
