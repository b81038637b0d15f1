package dev.smokerunner.alert;

import dev.smokerunner.secret.Redaction;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Posts JSON to the address of a channel, which is a secret mostly, and reads what its answer means. */
public final class WebClient {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    /** Channels answer within a second or not at all. */
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Of an answer no more is quoted. */
    private static final long LONGEST_ANSWER = 2_000;

    private final SingleTryClient client = new SingleTryClient(LIMIT);

    /**
     * Posts once.
     *
     * @param address where to
     * @param json the body
     * @param headers further header fields
     */
    Delivery post(Secret address, String json, Map<String, String> headers) {
        HttpUrl url = HttpUrl.parse(address.reveal());
        if (url == null) {
            return new Delivery.Refused("its address is no http or https address");
        }
        Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(json, JSON));
        headers.forEach(request::header);
        return send(request, address);
    }

    /**
     * Asks once for an address that only wants to be asked, as a heartbeat does.
     *
     * @param address which
     */
    public Delivery ask(Secret address) {
        HttpUrl url = HttpUrl.parse(address.reveal());
        return url == null
                ? new Delivery.Refused("its address is no http or https address")
                : send(new Request.Builder().url(url), address);
    }

    private Delivery send(Request.Builder request, Secret address) {
        try (Response response = client.get().newCall(request.build()).execute()) {
            Answer answer = Answer.of(response, new Redaction(List.of(address)));
            return delivery(answer);
        } catch (IOException e) {
            // Its message may hold the address.
            return new Delivery.Delayed(
                    "no answer: " + new Redaction(List.of(address)).apply(String.valueOf(e.getMessage())),
                    Optional.empty());
        }
    }

    /** By its status: what is too much or broken may be sent again, what is refused may not. */
    private static Delivery delivery(Answer answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            return new Delivery.Delivered();
        }
        return answer.status() == 429 || answer.status() == 408 || answer.status() >= 500
                ? new Delivery.Delayed(answer.words(), answer.after())
                : new Delivery.Refused(answer.words());
    }

    /**
     * What a channel answered.
     *
     * @param status the status
     * @param body the first of the body, without the address
     * @param after what it says in Retry-After, in seconds; absent where it does not say
     */
    record Answer(int status, String body, Optional<Duration> after) {
        private static Answer of(Response response, Redaction redaction) throws IOException {
            String body = response.peekBody(LONGEST_ANSWER).string();
            return new Answer(response.code(), redaction.apply(body).strip(), SingleTryClient.retryAfter(response));
        }

        String words() {
            String said = body.replaceAll("\\p{Cntrl}+", " ");
            return "status " + status + (said.isBlank() ? "" : ": " + AlertText.cut(said, 300));
        }
    }
}
