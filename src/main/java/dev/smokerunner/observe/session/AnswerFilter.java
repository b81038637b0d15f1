package dev.smokerunner.observe.session;

import dev.smokerunner.observe.session.SessionException.Kind;
import dev.smokerunner.secret.Secret;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.openqa.selenium.remote.http.Filter;
import org.openqa.selenium.remote.http.HttpHandler;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows who we are with the first request, and reads refusals where they still have a status. Selenium waits to be asked for a
 * password, makes one sentence of an error, and an error of whatever it cannot read.
 *
 * @param authorization the value of the {@code Authorization} field
 */
record AnswerFilter(Optional<Secret> authorization) implements Filter {
    private static final int FIRST_ERROR = 400;
    private static final int LONGEST = 300;

    @Override
    public HttpHandler apply(HttpHandler next) {
        return request -> checked(next.execute(introduced(request)));
    }

    private HttpRequest introduced(HttpRequest request) {
        authorization.map(Secret::reveal).ifPresent(value -> request.setHeader("Authorization", value));
        return request;
    }

    private static HttpResponse checked(HttpResponse response) {
        int status = response.getStatus();
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED || status == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new RefusedAnswer(Kind.NOT_LET_IN, "status " + status);
        }
        JsonNode value = value(response);
        if (status >= FIRST_ERROR) {
            throw new RefusedAnswer(Kind.REFUSED, trouble(status, value));
        }
        return response;
    }

    private static JsonNode value(HttpResponse response) {
        try {
            JsonNode whole = JsonMapper.shared().readTree(response.contentAsString());
            if (whole.has("value")) {
                return whole.path("value");
            }
        } catch (JacksonException noJson) {
            // Said below.
        }
        String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("of no type");
        throw new RefusedAnswer(Kind.NOT_WEBDRIVER, "status " + response.getStatus() + " " + type);
    }

    /** The first line of what is said about an error; the further ones name versions and machines. */
    private static String trouble(int status, JsonNode value) {
        String error = value.path("error").asString("HTTP " + status);
        String message =
                value.path("message").asString("").strip().lines().findFirst().orElse("");
        String whole = (message.isEmpty() ? error : error + ": " + message)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
    }

    /** Goes through Selenium, which wraps what it does not know. */
    static final class RefusedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;
        private final String said;

        RefusedAnswer(Kind kind, String said) {
            super(said);
            this.kind = kind;
            this.said = said;
        }

        SessionException checked() {
            return new SessionException(kind, said, this);
        }
    }
}
