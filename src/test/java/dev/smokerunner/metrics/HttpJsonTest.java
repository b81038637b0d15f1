package dev.smokerunner.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

class HttpJsonTest {
    @Test
    void postsOnceAlsoWhereTheConnectionBreaks() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start(InetAddress.getLoopbackAddress(), 0);
            URI url = server.url("/").uri();
            server.enqueue(new MockResponse.Builder().build());
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
            server.enqueue(new MockResponse.Builder().build());
            HttpJson http = new HttpJson();
            http.post(url, "{}", Map.of());

            assertThatThrownBy(() -> http.post(url, "{}", Map.of())).isInstanceOf(IOException.class);
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }
}
