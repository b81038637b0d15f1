package dev.smokerunner.observe.grid;

import dev.smokerunner.observe.grid.GridException.Kind;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a Grid, each time within a limit. */
final class GridHttp {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A Grid refuses JSON whose encoding is not named. */
    private static final String JSON_TYPE = "application/json; charset=utf-8";

    private final GridAddress grid;
    private final HttpClient client;

    GridHttp(GridAddress grid) {
        this.grid = grid;
        // With HTTP/1.1 a request that is given up closes its connection, by which the Grid knows that nobody waits.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    GridAddress grid() {
        return grid;
    }

    GridAnswer get(String path, Duration limit) throws GridException {
        return exchange("GET", path, BodyPublishers.noBody(), limit)
                .orElseThrow(() -> noAnswer("no answer within " + limit.toSeconds() + " s"));
    }

    GridAnswer delete(String path, Duration limit) throws GridException {
        return exchange("DELETE", path, BodyPublishers.noBody(), limit)
                .orElseThrow(() -> noAnswer("no answer within " + limit.toSeconds() + " s"));
    }

    /** The answer; absent where the Grid took the request and did not answer in time. */
    Optional<GridAnswer> post(String path, Map<String, ?> message, Duration limit) throws GridException {
        return exchange(
                "POST", path, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(message)), limit);
    }

    private Optional<GridAnswer> exchange(String method, String path, BodyPublisher body, Duration limit)
            throws GridException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(grid.url().resolve(path)).timeout(limit).method(method, body);
        request.header("Content-Type", JSON_TYPE);
        grid.authorization().map(Secret::reveal).ifPresent(value -> request.header("Authorization", value));
        try {
            return Optional.of(read(client.send(request.build(), BodyHandlers.ofString())));
        } catch (HttpConnectTimeoutException failed) {
            throw noAnswer("no connection within " + CONNECT.toSeconds() + " s");
        } catch (HttpTimeoutException tooLate) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new GridException(Kind.NO_ANSWER, sentence(reason(failed)), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GridException(Kind.NO_ANSWER, sentence("interrupted while it waited"), interrupted);
        }
    }

    private GridAnswer read(HttpResponse<String> response) throws GridException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new GridException(
                    Kind.REFUSED,
                    "the Selenium Grid " + grid + " lets nobody in "
                            + (grid.login().isPresent() ? "with this" : "without") + " user and password (status "
                            + status + "); give them as in http://user:password@host:4444/");
        }
        try {
            JsonNode whole = JsonMapper.shared().readTree(response.body());
            if (whole.has("value")) {
                return new GridAnswer(status, whole.path("value"));
            }
        } catch (JacksonException noJson) {
            // Said below.
        }
        throw new GridException(
                Kind.NOT_A_GRID,
                "what answers at " + grid + " is no Selenium Grid: expected WebDriver's JSON, got status " + status
                        + " "
                        + response.headers().firstValue("Content-Type").orElse("of no type")
                        + "; give the URL of its hub, its router or a standalone server");
    }

    private GridException noAnswer(String why) {
        return new GridException(Kind.NO_ANSWER, sentence(why));
    }

    private String sentence(String why) {
        return "the Selenium Grid " + grid + " does not answer: " + why;
    }

    /** The client of the JDK often gives no message at all. */
    private static String reason(IOException failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException) {
                return "its host name cannot be resolved";
            }
        }
        String message = failed.getMessage();
        if (message != null) {
            return message;
        }
        return failed instanceof ConnectException
                ? "connection refused"
                : failed.getClass().getSimpleName();
    }
}
