package dev.smokerunner.metrics;

import dev.smokerunner.alert.SingleTryClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Posts JSON to receivers. */
final class HttpJson {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final SingleTryClient client = new SingleTryClient(LIMIT);

    /**
     * Posts once.
     *
     * @throws IOException if nobody answers, or not with a status from 200 to 299
     */
    void post(URI url, String json, Map<String, String> headers) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(url.toString())
                .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON));
        headers.forEach(request::header);
        try (Response response = client.get().newCall(request.build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("it answers with status " + response.code());
            }
        }
    }

    /** An address below another one. */
    static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
