package dev.smokerunner.doctor;

import static dev.smokerunner.doctor.Diagnosis.Level.FAIL;
import static dev.smokerunner.doctor.Diagnosis.Level.OK;
import static dev.smokerunner.doctor.Diagnosis.Level.SKIP;
import static dev.smokerunner.doctor.Diagnosis.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.serving.Target;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called good and bad of the way to a target. */
class TargetExaminationTest {
    private static final URI SITE = URI.create("https://www.example.com/signup/");
    private static final Instant NOW = Instant.parse("2031-03-04T05:06:07Z");
    private static final String DATE = "Tue, 04 Mar 2031 05:06:07 GMT";

    @Test
    void aSiteThatAnswersWithTheSameTimeIsFine() {
        assertThat(live(response(200, Map.of("date", DATE))))
                .extracting(Diagnosis::level)
                .containsExactly(OK, OK);
    }

    @Test
    void aSiteThatAnswersBadlyCanBeReached() {
        assertThat(live(response(503, Map.of()))).extracting(Diagnosis::level).containsExactly(WARN, SKIP);
    }

    @Test
    void aSiteThatDoesNotAnswerFails() {
        HttpAnswer refused = new HttpAnswer(
                SITE,
                List.of(),
                Optional.empty(),
                Optional.of(new NetworkFailure(NetworkFailure.Kind.REFUSED, "nobody listens")),
                Duration.ZERO,
                List.of());

        List<Diagnosis> found = live(refused);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).level()).isEqualTo(FAIL);
        assertThat(found.get(0).found()).isEqualTo(SITE + " does not answer: REFUSED, nobody listens");
    }

    @Test
    void aClockThatIsFarAwayIsToldOf() {
        Diagnosis behind = live(response(200, Map.of("date", "Tue, 04 Mar 2031 05:04:00 GMT")))
                .get(1);

        assertThat(behind.level()).isEqualTo(WARN);
        assertThat(behind.found()).isEqualTo("is 127 s behind this machine's");
    }

    @Test
    void anAnswerFromACacheMayBeOld() {
        assertThat(live(response(200, Map.of("date", "Tue, 04 Mar 2031 04:06:07 GMT", "age", "3600")))
                        .get(1)
                        .level())
                .isEqualTo(OK);
    }

    @Test
    void aDateThatIsNoneIsPassedOver() {
        assertThat(live(response(200, Map.of("date", "soon"))).get(1).level()).isEqualTo(SKIP);
    }

    @Test
    void aPackageIsOpened(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("index.html"), "<p>");

        assertThat(packed(folder).level()).isEqualTo(OK);
        assertThat(packed(folder.resolve("absent.zip")).level()).isEqualTo(WARN);
    }

    @Test
    void aNameThatDoesNotResolveFailsUnlessAProxyAsksForIt() {
        assertThat(new NameExamination(asking(response(200, Map.of())), "absent.example", false)
                        .examine()
                        .get(0)
                        .level())
                .isEqualTo(FAIL);
        assertThat(new NameExamination(asking(response(200, Map.of())), "absent.example", true)
                        .examine()
                        .get(0)
                        .level())
                .isEqualTo(SKIP);
    }

    @Test
    void eachHostIsResolvedOnce() {
        RunNeeds needs = new RunNeeds(
                Path.of("out"),
                List.of(place(new Target.LiveSite(SITE)), place(new Target.LiveSite(SITE.resolve("../other/")))),
                List.of(BrowserChoice.DEFAULT));

        List<Examination> all = new Examinations(
                        new HostStub(), new NoBrowsers(), asking(response(200, Map.of())), ProxySelector.of(null))
                .of(needs);

        assertThat(all.stream().filter(NameExamination.class::isInstance)).hasSize(1);
        assertThat(all.stream().filter(TargetExamination.class::isInstance)).hasSize(2);
    }

    private static List<Diagnosis> live(HttpAnswer answer) {
        return new TargetExamination(asking(answer), place(new Target.LiveSite(SITE))).examine();
    }

    private static Diagnosis packed(Path path) {
        return new TargetExamination(asking(response(200, Map.of())), place(new Target.Package(path, Map.of())))
                .examine()
                .get(0);
    }

    private static Place place(Target target) {
        return new Place("signup production", target, BrowserChoice.DEFAULT);
    }

    private static HttpAnswer response(int status, Map<String, String> fields) {
        Headers headers = new Headers(fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))));
        return new HttpAnswer(
                SITE,
                List.of(),
                Optional.of(new HttpResponse(SITE, status, headers, new Body(new byte[0], 0, ""))),
                Optional.empty(),
                Duration.ZERO,
                List.of());
    }

    private static Asking asking(HttpAnswer answer) {
        return new Asking() {
            @Override
            public Timed get(URI url, BrowserChoice visitor) {
                return new Timed(answer, NOW, NOW.plusMillis(80));
            }

            @Override
            public List<String> addresses(String host) {
                return Stream.of("203.0.113.7")
                        .filter(address -> !host.startsWith("absent"))
                        .toList();
            }
        };
    }
}
