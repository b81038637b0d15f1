package dev.smokerunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Which characters stay as they are is another choice of each encoder. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Pa$$w0rd!   | ?password=Pa%24%24w0rd!&next=/                | ?password=***&next=/
            Pa$$w0rd!   | ?next=%2Fin%3Fpassword%3DPa%2524%2524w0rd%2521 | ?next=%2Fin%3Fpassword%3D***
            o'neil(~&)* | o'neil(~%26)*                                 | ***
            o'neil(~&)* | o&#39;neil(~&amp;)*                           | ***
            o'neil(~&)* | o&#x27;neil(~&#38;)*                          | ***
            o'neil(~&)* | o\\u0027neil(~\\u0026)*                       | ***
            o'neil(~&)* | o\\'neil(~&)*                                 | ***
            a/b=c d     | a%2fb%3dc+d; a\\/b=c%20d                      | ***; ***
            größe       | gr%c3%b6%C3%9fe, gr\\u00F6\\u00dfe            | ***, ***
            a\\E$1x     | a\\\\E$1x                                     | ***""")
    void removesASecretWhicheverOfItsCharactersAreEncoded(String secret, String text, String clean) {
        assertThat(new Redaction(List.of(new Secret(secret))).apply(text)).isEqualTo(clean);
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
