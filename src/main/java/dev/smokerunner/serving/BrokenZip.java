package dev.smokerunner.serving;

import java.io.IOException;

/** A zip that cannot be read, or that must not be. The message goes on after the zip's name: what is wrong, what to do. */
final class BrokenZip extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenZip(String message) {
        super(message);
    }
}
