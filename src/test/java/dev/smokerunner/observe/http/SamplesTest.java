package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final URI URL = URI.create("https://shop.example/a.js");

    private static HttpAnswer answer(int status, Duration took) {
        HttpResponse response = new HttpResponse(URL, status, Headers.NONE, new Body(new byte[0], 0, ""));
        return new HttpAnswer(URL, List.of(), Optional.of(response), Optional.empty(), took, List.of());
    }

    private static Optional<Rate> rate(int... statuses) {
        Iterator<HttpAnswer> answers = java.util.Arrays.stream(statuses)
                .mapToObj(status -> answer(status, Duration.ZERO))
                .iterator();
        return new Samples().rate(1, 2, answers::next);
    }

    @Test
    void countsWhatFailsAgain() {
        assertThat(rate(200, 503, 200, 200)).contains(new Rate(2, 6));
        assertThat(new Rate(2, 6).isWorthKnowing()).isTrue();
    }

    @Test
    void saysNothingOfWhatHasPassed() {
        assertThat(rate(200, 200, 200, 200)).isEmpty();
    }

    @Test
    void saysNothingWhereItIsAskedTooOften() {
        assertThat(rate(503, 429, 200, 429)).isEmpty();
    }

    @Test
    void asksASlowServerNoLonger() {
        Optional<Rate> rate = new Samples().rate(1, 2, () -> answer(503, Duration.ofSeconds(4)));

        assertThat(rate).contains(new Rate(2, 3));
    }

    @Test
    void looksAtAFewUrlsOnly() {
        Samples samples = new Samples();
        Stream.generate(() -> samples.rate(1, 2, () -> answer(503, Duration.ZERO)))
                .limit(20)
                .forEach(rate -> assertThat(rate).isPresent());

        assertThat(samples.rate(1, 2, () -> answer(503, Duration.ZERO))).isEmpty();
    }
}
