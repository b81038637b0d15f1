package dev.smokerunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.secret.Disguise.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseTest {
    private final Disguise disguise = new Disguise(Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "mail jane.doe@example.com now | mail xxxxxxx1@example.com now",
                "to=jo%40example.com           | to=x1%40example.com",
                "https://me:pw@example.com/    | https://xxxx1@example.com/",
                "/a?token=abcdefgh&b=2         | /a?token=xxxxxxx1&b=2",
                "/a?v=2&amp;user=jane          | /a?v=2&amp;user=xxx1",
                "Authorization: Bearer abc123456 | Authorization: Bearer xxxxxxxx1",
                "'apiKey': 'k-1234567'         | 'apiKey': 'xxxxxxxx1'",
                "<meta name=csrf-token content=q1w2e3> | <meta name=csrf-token content=xxxxx1>",
                "eyJhbGciOiJI.eyJzdWIiOiIx.c2ln | xxxxxxxxxxxxxxxxxxxxxxxxxxxxx1",
                "ghp_0123456789abcdef          | xxxxxxxxxxxxxxxxxxx1",
            })
    void hidesWhatHasAShapeOfItsOwnAndKeepsItsLength(String text, String clean) {
        assertThat(disguise.apply(text)).isEqualTo(clean).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logo@2x.png",
                "https://cdn.example/react@18.2.0/umd/react.production.min.js",
                "https://cdn.example/npm/@scope/name",
                "@media (min-width: 3em) {a {b: c}}",
                "Basic information",
                "main.js?v=3f9a2c71",
                "/list?page=2&sort=name",
                "a?b=c:d",
                "\"state\":\"loading\""
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(disguise.apply(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@", "://", "\"token", "?token", "eyJ", "name=token "})
    void comesToAnEndWhateverAPageRepeats(String start) {
        String hostile = start + "a.".repeat(200_000) + start.repeat(50_000);

        assertThat(disguise.apply(hostile)).hasSameSizeAs(hostile);
    }

    @Test
    void hidesTheSameByTheSameAndAnotherByAnother() {
        assertThat(disguise.apply("ann@a.example bob@a.example ann@a.example"))
                .isEqualTo("xx1@a.example xx2@a.example xx1@a.example");
    }

    @Test
    void hidesEverywhereWhatLooksLikeNothingElse() {
        disguise.hide(Kind.COOKIE, "sid=", "s3cr3t-0815");
        disguise.hide(Kind.COOKIE, "theme=", "dark");

        assertThat(disguise.apply("theme=dark; the dark side of s3cr3t-0815"))
                .isEqualTo("theme=xxx2; the dark side of xxxxxxxxxx1");
    }

    @Test
    void hidesNothingTwice() {
        String once = disguise.apply("/a?token=abcdefgh");

        assertThat(disguise.apply(once)).isEqualTo(once);
        assertThat(disguise.hidden()).isEqualTo(Map.of(Kind.QUERY, 1));
    }

    @Test
    void hidesTheFoldersOfAPathAndNotTheirNumber() {
        disguise.hideFolder("/home/jane/work");

        assertThat(disguise.apply("/home/jane/work/site/index.html")).isEqualTo("/xxxx/xxxx/xxxx/site/index.html");
    }

    @Test
    void leavesWhatIsToBeShown() {
        Disguise showing = new Disguise(Set.of(Kind.EMAIL, Kind.COOKIE));
        showing.hide(Kind.COOKIE, "sid=", "s3cr3t-0815");

        assertThat(showing.apply("ann@a.example sid=s3cr3t-0815")).isEqualTo("ann@a.example sid=s3cr3t-0815");
    }
}
