package dev.smokerunner.status;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before all routes: says what browsers may do with the answers, and sends away who may not see them.
 *
 * @param access who may
 */
record Gate(Access access) {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    /** What tells nothing of a site. */
    private static final Set<String> OPEN =
            Set.of("/healthz", "/login", "/report.css", "/status.css", "/live.js", "/icon.svg");

    private static final String LOGIN = "/login";
    private static final String HTML = "text/html; charset=utf-8";
    private static final int MISDIRECTED = 421;
    private static final int MONTH_IN_SECONDS = 30 * 24 * 60 * 60;

    void guard(RoutesConfig routes) {
        routes.before(this::admit);
        routes.get(LOGIN, context -> context.contentType(HTML).result(Templates.login("")));
        routes.post(LOGIN, this::logIn);
    }

    private void admit(Context context) {
        if (BeaconRoutes.PATHS.contains(context.path())) {
            // Browsers of everybody, from pages of any host: it takes a count, and tells nothing.
            return;
        }
        HEADERS.forEach(context::header);
        if (!access.isMeant(Optional.ofNullable(context.header("Host")).orElse(""))) {
            throw new HttpResponseException(
                    MISDIRECTED,
                    "This server answers to localhost and 127.0.0.1 only; behind a proxy, or with a name, it needs a token.");
        }
        if (OPEN.contains(context.path()) || isAllowed(context)) {
            return;
        }
        boolean isPerson = HandlerType.GET.equals(context.method())
                && Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
        if (isPerson) {
            // Relative, so that a proxy may put all of it below any path.
            context.redirect(up(context.path()) + "login", HttpStatus.SEE_OTHER);
            context.skipRemainingHandlers();
        } else {
            context.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse(
                    "expected the header Authorization: Bearer TOKEN, with the token of this monitor");
        }
    }

    private static String up(String path) {
        return "../".repeat((int) path.chars().skip(1).filter(c -> c == '/').count());
    }

    private boolean isAllowed(Context context) {
        return access.isAllowed(
                Optional.ofNullable(context.header("Authorization")).orElse(""),
                Optional.ofNullable(context.cookie(Access.COOKIE)).orElse(""));
    }

    private void logIn(Context context) {
        if (!access.isGuarded()) {
            throw new BadRequestResponse("This monitor was started without a token; there is nothing to log in to.");
        }
        if (!access.isToken(Optional.ofNullable(context.formParam("token")).orElse(""))) {
            context.status(HttpStatus.UNAUTHORIZED)
                    .contentType(HTML)
                    .result(Templates.login("That is not the token of this monitor."));
            return;
        }
        boolean isSecure = "https".equals(context.scheme()) || "https".equals(context.header("X-Forwarded-Proto"));
        context.header(
                "Set-Cookie",
                Access.COOKIE + "=" + access.cookie() + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                        + MONTH_IN_SECONDS + (isSecure ? "; Secure" : ""));
        context.redirect("./", HttpStatus.SEE_OTHER);
    }
}
