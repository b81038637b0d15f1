package dev.smokerunner.observe.browser.devtools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.BrowserLife;
import dev.smokerunner.observe.browser.Processes;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The life of a Chromium that we start ourselves. */
class ChromiumLifeBrowserIT extends BrowserLife {
    @Override
    protected Browser start(Path parent) throws BrowserException {
        BrowserChoice choice = BrowserChoice.DEFAULT;
        return ChromiumBrowser.launch(BrowserFinder.onThisMachine().find(choice), choice, parent);
    }

    @Test
    void saysThatABrowserEndedAtOnce() {
        assertThatThrownBy(() -> ChromiumBrowser.launch(Path.of("/bin/false"), BrowserChoice.DEFAULT, directory))
                .isInstanceOf(BrowserException.class)
                .hasMessage("the browser /bin/false could not be started: it ended at once");
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void quotesWhatABrowserSaysThatDoesNotStart() throws IOException {
        Path script = directory.resolve("broken");
        Files.writeString(script, "#!/bin/sh\necho 'libnss3.so: cannot open shared object file' >&2\nexit 127\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> ChromiumBrowser.launch(script, BrowserChoice.DEFAULT, directory))
                .hasMessageEndingWith("the browser itself says: libnss3.so: cannot open shared object file");
        Files.delete(script);
    }
}
