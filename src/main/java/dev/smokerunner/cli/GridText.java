package dev.smokerunner.cli;

import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.util.List;
import java.util.Optional;

/** A Selenium Grid, as it is typed on a command line. */
final class GridText {

    private GridText() {}

    /** The Grid that is asked for, if one is; what is no address of one, or does not go with it, goes to the problems. */
    static Optional<GridAddress> read(BrowserOptions browser, List<String> problems) {
        Optional<GridAddress> grid = browser.grid.flatMap(text -> address(text, problems));
        if (grid.isPresent()) {
            refuseWhatIsOfThisMachine(browser, problems);
        }
        return grid;
    }

    private static Optional<GridAddress> address(String text, List<String> problems) {
        try {
            return Optional.of(GridAddress.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add("--grid: expected " + e.getMessage() + ", got \"" + GridAddress.shown(text) + "\"");
            return Optional.empty();
        }
    }

    /** A Grid's nodes have their own browsers and drivers, and there is nothing for them to do without one. */
    private static void refuseWhatIsOfThisMachine(BrowserOptions browser, List<String> problems) {
        browser.binary.ifPresent(path ->
                problems.add("--browser-binary: expected none with --grid, whose nodes have their own, got " + path));
        browser.driver.ifPresent(path ->
                problems.add("--driver-binary: expected none with --grid, whose nodes have their own, got " + path));
        browser.names.stream()
                .filter("none"::equals)
                .forEach(
                        none -> problems.add(
                                "--browser: expected chrome, edge or firefox with --grid, got \"none\", for which no Grid is needed"));
        browser.engine
                .filter("devtools"::equals)
                .ifPresent(devtools -> problems.add(
                        "--engine: expected webdriver with --grid, whose browsers come by it, got \"devtools\""));
    }

    /** A package is served on loopback, which is another machine for a node that is one. */
    static void refuseWhatNoNodeCanReach(SmokePlan plan, List<String> problems) {
        boolean isServedHere = !(plan.target() instanceof Target.LiveSite);
        plan.grid()
                .filter(grid -> isServedHere && !grid.isThisMachine())
                .ifPresent(grid -> problems.add(
                        "--grid: expected a live site, got a package, which is served on this machine, where the nodes of "
                                + grid + " cannot reach it; check it without --grid"));
    }
}
