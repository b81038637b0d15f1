package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.ShownPage;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import dev.smokerunner.observe.visitor.SessionCookie.SameSite;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebDriver;

/**
 * A WebDriver session that somebody else opened and goes on with: it is asked what it shows, never moved and never ended.
 *
 * @param driver the session, in the window that is meant
 */
public record ShownSession(WebDriver driver) implements Browser {

    /**
     * The address of the page that it shows, once it is clear that it can be asked.
     *
     * @throws IllegalStateException if it shows no page of a site, is within a frame, has a dialog open, or runs no scripts
     */
    public URI page() {
        if (!(driver instanceof JavascriptExecutor scripts)) {
            throw new IllegalStateException("expected a driver that runs scripts, got " + driver.getClass());
        }
        // Any other command would close the dialog.
        if (hasDialog()) {
            throw new IllegalStateException("expected a page without a dialog, got one that is open: answer it first");
        }
        if (!Boolean.TRUE.equals(scripts.executeScript("return self === top"))) {
            throw new IllegalStateException(
                    "expected a session in the page itself, got one in a frame: call switchTo().defaultContent() first");
        }
        String url = String.valueOf(driver.getCurrentUrl());
        if (!url.matches("(?is)https?://.*")) {
            throw new IllegalStateException("expected a page of http or https, got " + url);
        }
        return URI.create(url.replaceFirst("(?s)#.*", ""));
    }

    /** With what its visitor comes, so that plain HTTP sees the same page. */
    public Session visitor() {
        String host = String.valueOf(page().getHost());
        List<SessionCookie> cookies = driver.manage().getCookies().stream()
                .map(cookie -> cookie(cookie, host))
                .toList();
        return new Session("", cookies, Map.of(), Map.of());
    }

    /** How it introduces itself. */
    public Optional<String> userAgent() {
        Object name = ((JavascriptExecutor) driver).executeScript("return navigator.userAgent");
        return Optional.ofNullable(name).map(String::valueOf);
    }

    @Override
    public String description() {
        return "a session of WebDriver";
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        try {
            return ShownPage.look(new SessionTab(driver), request);
        } catch (CommandException e) {
            throw e.duringVisit(description());
        }
    }

    @Override
    public void close() {
        // It goes on.
    }

    private boolean hasDialog() {
        try {
            driver.switchTo().alert();
            return true;
        } catch (NoAlertPresentException none) {
            return false;
        }
    }

    private static SessionCookie cookie(Cookie cookie, String host) {
        String domain = Optional.ofNullable(cookie.getDomain()).orElse(host);
        return new SessionCookie(
                cookie.getName(),
                new Secret(cookie.getValue()),
                domain.replaceFirst("^\\.", ""),
                !domain.startsWith("."),
                Optional.ofNullable(cookie.getPath()).orElse("/"),
                cookie.isSecure(),
                cookie.isHttpOnly(),
                SameSite.UNSET);
    }
}
