package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.local.LaunchDirectory;
import dev.smokerunner.observe.browser.local.LaunchForm;
import dev.smokerunner.observe.session.WantedBrowser;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a driver is started: as browsers are, so that what it starts ends with it, and with us. Selenium starts drivers too, but
 * one that is killed, or whose starter is, leaves its browser running.
 *
 * @param kind whose driver it is
 */
record DriverLaunch(WantedBrowser.Kind kind) implements LaunchForm {
    /** Chromedriver and msedgedriver say the first, geckodriver the second. */
    private static final Pattern LISTENING =
            Pattern.compile("(?:started successfully on port |Listening on 127\\.0\\.0\\.1:)([0-9]{1,5})\\b");

    @Override
    public String noun() {
        return "driver";
    }

    @Override
    public void prepare(LaunchDirectory directory) {
        // It makes what it needs by itself.
    }

    /** A free port of loopback, which is told when it listens; and its directory, by which the next run knows it for ours. */
    @Override
    public List<String> arguments(LaunchDirectory directory) {
        String files = directory.temporaryFiles().toString();
        return kind == WantedBrowser.Kind.FIREFOX
                ? List.of("--host=127.0.0.1", "--port=0", "--websocket-port=0", "--profile-root=" + files)
                : List.of("--port=0", "--log-path=" + files + "/driver.log");
    }

    @Override
    public Optional<URI> socket(String written) {
        Matcher listening = LISTENING.matcher(written);
        return listening.find()
                ? Optional.of(URI.create("http://127.0.0.1:" + listening.group(1) + "/"))
                : Optional.empty();
    }
}
