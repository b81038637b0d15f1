package dev.smokerunner.run;

import dev.smokerunner.check.release.ReleaseStates;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.release.EdgesLook;
import dev.smokerunner.observe.release.PreviousLook;
import dev.smokerunner.observe.release.ReleaseLook;
import dev.smokerunner.observe.release.ReleasedPackage;
import dev.smokerunner.observe.release.UploadWatch;
import dev.smokerunner.observe.url.Site;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.run.arrival.ArrivalWatch;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a site as a whole before its pages are looked at: watches its upload, waits for its release, asks its edges, and
 * finds out what is left of the release before.
 */
final class SiteObserver {
    private final SmokePlan plan;
    private final URI site;
    private final Site firstParty;
    private final boolean isLive;
    private final List<URI> pages;
    private final Deadline deadline;
    private final LocalSystem system;
    private final Progress progress;

    /**
     * A look at a site.
     *
     * @param plan what is to be found out
     * @param site where it is
     * @param pages the URLs of its pages
     * @param deadline when the run ends
     * @param system its clocks and its environment
     * @param progress is told what goes on
     */
    SiteObserver(SmokePlan plan, URI site, List<URI> pages, Deadline deadline, LocalSystem system, Progress progress) {
        this.plan = plan;
        this.site = site;
        this.firstParty = new Site(site, plan.firstParty());
        this.isLive = plan.target() instanceof Target.LiveSite;
        this.pages = List.copyOf(pages);
        this.deadline = deadline;
        this.system = system;
        this.progress = progress;
    }

    /** What was found out, beside what is known already. */
    SiteObservation with(SiteObservation before) {
        SiteObservation known = plan.edges()
                .ofOther()
                .map(other -> before.withEdges(Captured.unseen(
                        "the origin and edges of the config are those of " + other
                                + ", and --target names another site",
                        Fault.NOT_ASKED)))
                .orElse(before);
        boolean isNothingAsked = plan.release().isNone() && plan.edges().isEmpty();
        if (isNothingAsked) {
            return known;
        }
        try (SitePlaces places = SitePlaces.of(site, plan, system)) {
            return look(known, places).withNotes(places.notes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known.withRelease(Captured.unseen("the run was interrupted", Fault.TOOL));
        }
    }

    private SiteObservation look(SiteObservation known, SitePlaces places) throws InterruptedException {
        SiteObservation seen = watched(known, places);
        try (OpenedPackage release = OpenedPackage.of(plan.release().release());
                OpenedPackage previous = OpenedPackage.of(plan.release()
                        .previous()
                        .filter(Previous.Packaged.class::isInstance)
                        .map(old -> ((Previous.Packaged) old).path()))) {
            if (release.contents().isPresent()) {
                seen = arrived(seen, release.contents().get(), previous.contents(), places);
            } else if (!plan.edges().isEmpty()) {
                progress.stage("asking the edges");
                EdgesLook look = new EdgesLook(places.all(), firstParty);
                seen = seen.withEdges(Captured.seen(look.at(pages, sharing())));
            }
            return plan.release().previous().isEmpty()
                    ? seen
                    : seen.withPrevious(previous(release.contents(), previous.contents(), places));
        } catch (PackageException | IOException e) {
            return unreadable(seen, String.valueOf(e.getMessage()));
        }
    }

    private SiteObservation watched(SiteObservation known, SitePlaces places) throws InterruptedException {
        Duration time = plan.release().watchUpload();
        if (time.isZero()) {
            return known;
        }
        progress.stage("watching the upload");
        UploadWatch watch = new UploadWatch(places.site().http(), firstParty, system.nanoTime(), system.sleeper());
        return known.withUpload(Captured.seen(watch.watch(pages, time)));
    }

    private SiteObservation arrived(
            SiteObservation seen, ReleasedPackage release, Optional<ReleasedPackage> previous, SitePlaces places)
            throws IOException, InterruptedException {
        progress.stage("waiting for the release");
        ReleaseLook look = new ReleaseLook(release, previous, places.all(), firstParty);
        Deadline waiting = deadline.earlier(plan.timeout().dividedBy(2));
        ArrivalWatch watch = new ArrivalWatch(last -> now(look, last, waiting), system.nanoTime(), system.sleeper());
        ArrivalWatch.Ended ended = watch.await(plan.release().longestWait());
        List<PlaceSighting> all = ended.last().places();
        SiteObservation with = seen.withRelease(Captured.seen(new ReleaseSighting(
                plan.release().release().orElseThrow().toString(),
                all,
                ended.arrival().polls(),
                ended.arrival().isDone(),
                ended.took())));
        return all.size() == 1 ? with : with.withEdges(Captured.seen(all));
    }

    /**
     * One look. The waiting has its own time beside half of the run's, and keeps its hands off the other half: a server that hangs
     * must be seen to hang by the pages' own looks too.
     */
    private ArrivalWatch.Seen now(ReleaseLook look, boolean isLast, Deadline waiting)
            throws IOException, InterruptedException {
        List<PlaceSighting> glance = look.glance(pages, waiting.half());
        boolean isWorthProving = isLast || glance.stream().allMatch(p -> ReleaseStates.of(p) == ReleaseState.LIVE);
        List<PlaceSighting> places = isWorthProving ? look.proof(waiting) : glance;
        return new ArrivalWatch.Seen(
                places,
                places.stream().map(ReleaseStates::of).toList(),
                waiting.remaining().isZero());
    }

    private Captured<PreviousSighting> previous(
            Optional<ReleasedPackage> release, Optional<ReleasedPackage> old, SitePlaces places)
            throws IOException, InterruptedException {
        Previous previous = plan.release().previous().orElseThrow();
        PreviousLook look = new PreviousLook(places.site().place().base(), release);
        List<PageLoads> loads;
        Map<URI, Role> gone;
        if (previous instanceof Previous.Result result) {
            loads = look.moved(result.target(), result.pages());
            gone = look.goneFrom(loads, firstParty);
        } else {
            loads = look.loadsOf(old.orElseThrow(), pages);
            gone = look.goneFrom(old.orElseThrow());
        }
        if (!isLive) {
            return Captured.seen(new PreviousSighting(previous.name(), List.of(), false, loads));
        }
        progress.stage("asking for the assets of the release before");
        return Captured.seen(
                look.ask(previous.name(), gone, loads, places.site().http(), sharing()));
    }

    /** Leaves the pages what they need to see a server that hangs: three eighths of the run's time, 45 s by default. */
    private Deadline sharing() {
        return deadline.earlier(plan.timeout().multipliedBy(3).dividedBy(8));
    }

    /** The plan was read when these packages were there: whatever is wrong with them now is no fault of the site. */
    private SiteObservation unreadable(SiteObservation seen, String reason) {
        SiteObservation without =
                plan.release().release().isEmpty() ? seen : seen.withRelease(Captured.unseen(reason, Fault.TOOL));
        return plan.release().previous().isEmpty()
                ? without
                : without.withPrevious(Captured.unseen(reason, Fault.TOOL));
    }
}
