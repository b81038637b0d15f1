package dev.smokerunner.tickets;

import dev.smokerunner.alert.SingleTryClient;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one Zendesk as one user, and says of whatever it answers what that means: to go on, to wait, or to mend something. What
 * it says is quoted only where it is short, on one line, and without our secrets.
 */
public final class ZendeskClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");
    /** A page has up to 1,000 tickets, each with what a customer wrote. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int LONGEST_WORDS = 200;
    private static final int LARGEST_ERROR = 64 << 10;
    private static final int UNAUTHORIZED = 401;

    private final ZendeskAccount account;
    private final Login login;
    private final SingleTryClient client = new SingleTryClient(LIMIT);

    /**
     * A client that has not asked for anything yet.
     *
     * @param account whom it asks, and as whom
     * @param clock tells when a token ends
     */
    public ZendeskClient(ZendeskAccount account, InstantSource clock) {
        this.account = account;
        this.login = new Login(account, clock);
    }

    /** Whom it asks. */
    ZendeskAccount account() {
        return account;
    }

    /** An address below that of the Zendesk. */
    HttpUrl.Builder address(String path) {
        return HttpUrl.get(account.url() + path).newBuilder();
    }

    /** Asks for what is at an address. */
    Answer<JsonNode> get(HttpUrl url) {
        return authorized(new Request.Builder().url(url));
    }

    /** Makes something new, once for each key however often it is asked within two hours. */
    Answer<JsonNode> post(HttpUrl url, JsonNode body, String key) {
        return authorized(new Request.Builder()
                .url(url)
                .header("Idempotency-Key", key)
                .post(RequestBody.create(body.toString(), TYPE)));
    }

    /** Changes what is at an address. */
    Answer<JsonNode> put(HttpUrl url, JsonNode body) {
        return authorized(new Request.Builder().url(url).put(RequestBody.create(body.toString(), TYPE)));
    }

    /** A token may end, or be taken back, before its time: then another one is asked for, once. */
    private Answer<JsonNode> authorized(Request.Builder request) {
        Answer<JsonNode> first = withToken(request);
        boolean isRefused = first instanceof Answer.Refused<JsonNode> refused && refused.status() == UNAUTHORIZED;
        return isRefused && login.forget() ? withToken(request) : first;
    }

    private Answer<JsonNode> withToken(Request.Builder request) {
        return login.header(this::send).then(header -> send(request.header("Authorization", header.reveal())));
    }

    private Answer<JsonNode> send(Request.Builder request) {
        Request built = request.header("Accept", "application/json").build();
        try (Response response = client.get().newCall(built).execute()) {
            return response.isSuccessful() ? body(response) : trouble(built, response);
        } catch (IOException e) {
            return new Answer.Later<>(
                    account.url() + ": no answer: " + words(String.valueOf(e.getMessage())), Optional.empty());
        }
    }

    private Answer<JsonNode> body(Response response) throws IOException {
        try (InputStream in = response.body().byteStream()) {
            byte[] bytes = in.readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                return new Answer.Refused<>(response.code(), account.url() + ": an answer of more than 64 MB");
            }
            return new Answer.Given<>(JSON.readTree(bytes));
        } catch (JacksonException e) {
            return new Answer.Later<>(account.url() + ": expected JSON, got something else", Optional.empty());
        }
    }

    private Answer<JsonNode> trouble(Request request, Response response) throws IOException {
        int status = response.code();
        String where = request.method() + " " + account.url() + request.url().encodedPath();
        String body = response.peekBody(LARGEST_ERROR).string();
        String said = words(body);
        String reason = where + ": status " + status + (said.isEmpty() ? "" : ": " + said);
        boolean mayPass = status == 429 || status == 408 || status == 409 || status >= 500;
        return mayPass
                ? new Answer.Later<>(reason, SingleTryClient.retryAfter(response))
                : new Answer.Refused<>(status, ApiError.of(body), reason + login.advice(status));
    }

    private String words(String text) {
        List<Secret> secrets = new ArrayList<>(login.secrets());
        String line = new Redaction(secrets)
                .apply(text)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
    }
}
