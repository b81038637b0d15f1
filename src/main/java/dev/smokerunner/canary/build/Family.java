package dev.smokerunner.canary.build;

import dev.smokerunner.process.ProcessTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process and all that it starts, also what forks away from it to outlive it: on Linux that is known by a mark in its
 * environment, elsewhere by who was seen as a child.
 */
final class Family {
    /** The variable that marks what belongs to a build. */
    static final String MARK = "SMOKE_CANARY_BUILD";

    private final ProcessHandle head;
    private final String mark;
    private final ProcessTree seen = new ProcessTree();

    Family(ProcessHandle head, String mark) {
        this.head = head;
        this.mark = MARK + "=" + mark;
    }

    /** Notes who is there now. */
    void look() {
        seen.add(head);
    }

    /** Ends all of them, until none comes after. */
    void end() {
        look();
        seen.end();
        for (int pass = 0; pass < 5 && addMarked(); pass++) {
            seen.end();
        }
    }

    private boolean addMarked() {
        var marked = ProcessHandle.allProcesses().filter(this::isMarked).toList();
        marked.forEach(seen::add);
        return !marked.isEmpty();
    }

    private boolean isMarked(ProcessHandle process) {
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            return Files.isReadable(environment)
                    && new String(Files.readAllBytes(environment), StandardCharsets.UTF_8).contains(mark);
        } catch (IOException gone) {
            return false;
        }
    }
}
