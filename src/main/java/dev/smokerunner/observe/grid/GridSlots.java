package dev.smokerunner.observe.grid;

import dev.smokerunner.observe.grid.GridException.Kind;
import dev.smokerunner.observe.session.SessionException;
import dev.smokerunner.observe.session.WantedBrowser;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How many browsers a Grid can give now.
 *
 * @param free how many more can be started; another client may be faster
 * @param all how many could run if nobody used any; a Grid that starts nodes on demand may have more to come
 */
public record GridSlots(int free, int all) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /**
     * Counts the slots of nodes that are up.
     *
     * @throws GridException if the Grid does not tell, within ten seconds
     */
    public static GridSlots of(GridAddress grid, WantedBrowser.Kind browser) throws GridException {
        JsonNode nodes;
        try {
            nodes = grid.server().status(LIMIT).path("nodes");
        } catch (SessionException silent) {
            throw GridException.of(grid, silent);
        }
        if (!nodes.isArray()) {
            throw new GridException(
                    Kind.NOT_A_GRID, "what answers at " + grid + " is no Selenium Grid 4: its status names no nodes");
        }
        int free = 0;
        int all = 0;
        for (JsonNode node : nodes) {
            if (node.path("availability").asString("").equals("UP")) {
                GridSlots here = ofNode(node, browser);
                free += here.free;
                all += here.all;
            }
        }
        return new GridSlots(free, all);
    }

    /** A node may have more slots, for browsers of several kinds, than sessions at the same time. */
    private static GridSlots ofNode(JsonNode node, WantedBrowser.Kind browser) {
        List<JsonNode> slots = node.path("slots").valueStream().toList();
        int most = node.path("maxSessions").asInt(slots.size());
        int busy = (int) slots.stream().filter(GridSlots::isBusy).count();
        List<JsonNode> fitting = slots.stream()
                .filter(slot ->
                        slot.path("stereotype").path("browserName").asString("").equals(browser.capability()))
                .toList();
        int idle = (int) fitting.stream().filter(slot -> !isBusy(slot)).count();
        return new GridSlots(Math.min(idle, Math.max(0, most - busy)), Math.min(fitting.size(), most));
    }

    private static boolean isBusy(JsonNode slot) {
        return slot.path("session").isObject();
    }
}
