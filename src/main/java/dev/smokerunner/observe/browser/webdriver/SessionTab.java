package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.Tab;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/**
 * The window of somebody else's WebDriver session, which is only asked. WebDriver runs scripts in the page's own world, and waits
 * for them as long as the session's own script timeout says.
 */
record SessionTab(WebDriver driver) implements Tab {
    @Override
    public void navigate(URI page) {
        throw new UnsupportedOperationException("the session is not ours to navigate");
    }

    @Override
    public Fields call(String function, List<String> arguments, Duration limit) throws CommandException {
        try {
            Object value = ((JavascriptExecutor) driver)
                    .executeScript("return (" + function + "\n)(...arguments)", arguments.toArray());
            return new Fields(value == null ? Map.of() : Map.of("value", value));
        } catch (WebDriverException e) {
            throw failed(e);
        }
    }

    @Override
    public byte[] picture(Duration limit) throws CommandException {
        if (!(driver instanceof TakesScreenshot camera)) {
            throw new CommandException(Kind.REFUSED, "the driver takes no pictures");
        }
        try {
            return camera.getScreenshotAs(OutputType.BYTES);
        } catch (WebDriverException e) {
            throw failed(e);
        }
    }

    @Override
    public String body(String request, Duration limit) throws CommandException {
        throw new CommandException(Kind.REFUSED, "nobody watched the requests");
    }

    private static CommandException failed(WebDriverException e) {
        Kind kind = e instanceof NoSuchSessionException ? Kind.CLOSED : Kind.REFUSED;
        return new CommandException(kind, String.valueOf(e.getRawMessage()));
    }
}
