package dev.smokerunner.status;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What a server answered.
 *
 * @param status its status
 * @param headers the last of each name
 * @param text its body
 */
record Answer(int status, Map<String, String> headers, String text) {

    static Answer to(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            Map<String, String> headers = response.headers().toMultimap().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> String.join(", ", one.getValue())));
            return new Answer(response.code(), headers, response.body().string());
        }
    }

    /** A header; empty where there is none. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    String type() {
        return header("Content-Type");
    }
}
