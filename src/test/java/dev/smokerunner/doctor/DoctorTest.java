package dev.smokerunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.doctor.Diagnosis.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {

    @Test
    void tellsInTheOrderOfTheListAndWaitsForNoneWithoutEnd() {
        List<Diagnosis> found =
                new Doctor(Duration.ofMillis(200)).examine(List.of(new Hanging(), new Crashing(), new Fine()));

        assertThat(found)
                .extracting(Diagnosis::subject, Diagnosis::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hanging", Level.FAIL),
                        org.assertj.core.groups.Tuple.tuple("crashing", Level.FAIL),
                        org.assertj.core.groups.Tuple.tuple("fine", Level.OK));
    }

    private record Hanging() implements Examination {
        @Override
        public String subject() {
            return "hanging";
        }

        @Override
        public List<Diagnosis> examine() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }

    private record Crashing() implements Examination {
        @Override
        public String subject() {
            return "crashing";
        }

        @Override
        public List<Diagnosis> examine() {
            throw new IllegalStateException("a bug");
        }
    }

    private record Fine() implements Examination {
        @Override
        public String subject() {
            return "fine";
        }

        @Override
        public List<Diagnosis> examine() {
            return List.of(Diagnosis.ok("fine", "all is well"));
        }
    }
}
