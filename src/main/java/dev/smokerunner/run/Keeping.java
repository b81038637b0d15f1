package dev.smokerunner.run;

import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what was seen of the pages of a run, and hands on how far the run is. */
final class Keeping implements Progress {
    private final Progress progress;
    private final Queue<PageObservation> pages = new ConcurrentLinkedQueue<>();

    Keeping(Progress progress) {
        this.progress = progress;
    }

    /** What was seen so far. */
    List<PageObservation> pages() {
        return List.copyOf(pages);
    }

    @Override
    public void stage(String what) {
        progress.stage(what);
    }

    @Override
    public void observed(PageObservation page) {
        pages.add(page);
        progress.observed(page);
    }

    @Override
    public void page(URI url, int done, int total) {
        progress.page(url, done, total);
    }
}
