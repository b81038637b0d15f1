package dev.smokerunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {
    private static final String VALUE = "smoke:p\"w <&> é/+1";

    static List<String> encodings() {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        return List.of(
                VALUE,
                URLEncoder.encode(VALUE, StandardCharsets.UTF_8),
                URLEncoder.encode(VALUE, StandardCharsets.UTF_8).replace("+", "%20"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                "smoke:p\\\"w <&> é/+1",
                "smoke:p&quot;w &lt;&amp;&gt; é/+1");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void removesASecretInEveryEncoding(String encoded) {
        Redaction redaction = new Redaction(List.of(new Secret(VALUE)));

        assertThat(redaction.apply("before " + encoded + " after")).isEqualTo("before *** after");
    }

    @Test
    void removesTheLongerOfTwoSecretsWhole() {
        Redaction redaction = new Redaction(List.of(new Secret("token-1"), new Secret("token-1-and-more")));

        assertThat(redaction.apply("token-1-and-more")).isEqualTo("***");
    }

    @Test
    void leavesOtherTextAlone() {
        Redaction redaction = new Redaction(List.of(new Secret("token-1"), new Secret("")));

        assertThat(redaction.apply("no secret here")).isEqualTo("no secret here");
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(new Secret(VALUE)).hasToString("***");
    }

    @Test
    void hidesWhatIsLeftOfASecretWhereATextWasCut() {
        Redaction redaction = new Redaction(List.of(new Secret("correct-horse")));

        assertThat(redaction.apply("token=correct-ho")).isEqualTo("token=***");
        assertThat(redaction.apply("token=correct… and more")).isEqualTo("token=***… and more");
        assertThat(redaction.apply("a …horse; correct-horse; …se")).isEqualTo("a …***; ***; …se");
        assertThat(redaction.apply("correct answers cost")).isEqualTo("correct answers cost");
    }
}
