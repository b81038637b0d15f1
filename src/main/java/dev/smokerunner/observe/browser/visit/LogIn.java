package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.LogInPage.Spot;
import dev.smokerunner.observe.visitor.LogInFailure;
import dev.smokerunner.observe.visitor.LogInFailure.Shown;
import dev.smokerunner.observe.visitor.LogInFailure.Trouble;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import dev.smokerunner.observe.visitor.LogInStep;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Takes the steps of a log-in, one after the other, by mouse and keys as a visitor does. */
public final class LogIn {
    /** How long to wait for a click to lead anywhere; it takes 20 ms, longer on a busy machine. */
    private static final Duration START = Duration.ofMillis(250);

    /** Between two looks for an element, where nothing else happens. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int SERVER_ERROR = 500;

    private final OpenTab tab;
    private final MessageLanguage language;
    private final LogInRequest request;
    private final long end;
    private Scene scene;
    private long stepBegan;

    /**
     * Prepares a log-in.
     *
     * @param tab an empty tab
     * @param language knows what the browser's messages mean
     */
    public LogIn(OpenTab tab, MessageLanguage language, LogInRequest request) {
        this.tab = tab;
        this.language = language;
        this.request = request;
        this.end = System.nanoTime() + request.limit().toNanos();
        this.scene = Scene.begin(tab, VisitEvents.ofLogIn(request.page(), language));
    }

    /**
     * Logs in.
     *
     * @throws CommandException if the connection to the browser is gone
     */
    public LogInResult run() throws CommandException, InterruptedException {
        for (int i = 0; i < request.steps().size(); i++) {
            LogInStep step = request.steps().get(i);
            stepBegan = System.nanoTime();
            Optional<Trouble> trouble = take(step);
            if (scene.events().isBrokenOff()) {
                throw new CommandException(Kind.CLOSED, "the connection to the browser broke");
            }
            if (trouble.isPresent()) {
                Duration after = Duration.ofNanos(System.nanoTime() - stepBegan);
                return new LogInResult.NotLoggedIn(new LogInFailure(i + 1, step, trouble.get(), after, shown()));
            }
        }
        return new LogInResult.LoggedIn(page().session(request, tab.cookies(PageVisit.ANSWER)));
    }

    private Optional<Trouble> take(LogInStep step) throws CommandException, InterruptedException {
        if (step instanceof LogInStep.GoTo to) {
            return goTo(request.page().resolve(to.to()));
        } else if (step instanceof LogInStep.Fill fill) {
            return fill(fill);
        } else if (step instanceof LogInStep.Click click) {
            return click(click);
        } else if (step instanceof LogInStep.WaitFor sight) {
            return await(sight.css(), LogInPage.Use.SEE).trouble();
        }
        throw new IllegalStateException("no such step: " + step);
    }

    private Optional<Trouble> goTo(URI to) throws InterruptedException {
        scene = Scene.begin(tab, VisitEvents.ofLogIn(request.page(), language));
        scene.tab().navigate(to);
        scene.events().awaitDecision(left());
        return came() ? Optional.empty() : Optional.of(isServersFault() ? Trouble.SERVER : Trouble.NO_PAGE);
    }

    /** Whether there is a page that the server meant. */
    private boolean came() {
        return scene.events().tab(TabState::hasPage)
                && !scene.events().tab(TabState::isGone)
                && status() < SERVER_ERROR;
    }

    private boolean isServersFault() {
        boolean isElsewhere = scene.events().download().isPresent()
                || scene.events().tab(TabState::isGone)
                || !scene.events().refusal().isEmpty()
                        && scene.events().document().isEmpty();
        return !isElsewhere && (status() == 0 || status() >= SERVER_ERROR);
    }

    /** How the page was answered; 0 where it was not. */
    private int status() {
        return scene.events()
                .document()
                .flatMap(document -> document.status().stream().boxed().findFirst())
                .orElse(0);
    }

    private Optional<Trouble> fill(LogInStep.Fill fill) throws CommandException, InterruptedException {
        Spot field = await(fill.css(), LogInPage.Use.FILL);
        if (field.trouble().isPresent()) {
            return field.trouble();
        }
        if (field.isPassword() && !fill.isSecret()) {
            return Optional.of(Trouble.PLAIN_PASSWORD);
        }
        page().focus(fill.css(), left());
        tab.type(fill.with().reveal(), left());
        page().leave(left());
        return Optional.empty();
    }

    private Optional<Trouble> click(LogInStep.Click click) throws CommandException, InterruptedException {
        Spot element = await(click.css(), LogInPage.Use.CLICK);
        if (element.trouble().isPresent()) {
            return element.trouble();
        }
        scene = Scene.begin(tab, VisitEvents.ofLogIn(request.page(), language));
        tab.click(element.x(), element.y(), left());
        awaitStart();
        if (scene.events().tab(TabState::navigations) == 0) {
            return Optional.empty();
        }
        scene.events().awaitDecision(scene.events().sinceStart().plus(left()));
        return came() ? Optional.empty() : Optional.of(Trouble.NO_PAGE);
    }

    private void awaitStart() throws InterruptedException {
        VisitEvents events = scene.events();
        Duration until = events.sinceStart().plus(START);
        while (events.tab(TabState::navigations) == 0
                && !events.isBrokenOff()
                && events.sinceStart().compareTo(until) < 0) {
            events.awaitChange(events.changes(), until.minus(events.sinceStart()));
        }
    }

    /** Waits for an element; what is still in its way when the time is over is the trouble. */
    private Spot await(String css, LogInPage.Use use) throws CommandException, InterruptedException {
        Spot spot = Spot.NONE;
        do {
            long seen = scene.events().changes();
            try {
                spot = page().find(css, use, left());
            } catch (CommandException betweenPages) {
                if (betweenPages.kind() == Kind.CLOSED) {
                    throw betweenPages;
                }
            }
            if (spot.trouble().isEmpty()) {
                return spot;
            }
            scene.events().awaitChange(seen, PAUSE);
        } while (left().toMillis() > 1 && !scene.events().isBrokenOff());
        return spot;
    }

    private LogInPage page() {
        return new LogInPage(scene.tab());
    }

    /** What is left of the step's time; never nothing, because nobody can wait for less. */
    private Duration left() {
        long stepEnd = Math.min(end, stepBegan + request.stepLimit().toNanos());
        return Duration.ofNanos(Math.max(1_000_000, stepEnd - System.nanoTime()));
    }

    private Shown shown() throws CommandException {
        try {
            return page().shown(PageVisit.ANSWER);
        } catch (CommandException silent) {
            if (silent.kind() == Kind.CLOSED) {
                throw silent;
            }
            return scene.events().document().map(LogIn::asked).orElse(Shown.NOTHING);
        }
    }

    /** Of a page that is silent the address is known. */
    private static Shown asked(BrowserRequest document) {
        return new Shown("", document.finalUrl().toString(), document.status());
    }

    /**
     * A stretch of what happens.
     *
     * @param tab the way to act in the tab
     * @param events what is told of it since
     */
    private record Scene(Tab tab, VisitEvents events) {
        /** From now on what happens is written down anew. */
        static Scene begin(OpenTab tab, VisitEvents events) {
            return new Scene(tab.watch(events), events);
        }
    }
}
