package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1", "SHA-256"})
    void knowsTheDigestOfNothing(String algorithm) throws GeneralSecurityException {
        assertThat(isIn(HexFormat.of().formatHex(ofNothing(algorithm)))).isTrue();
        assertThat(isIn(HexFormat.of().formatHex(ofNothing(algorithm)).substring(0, 8)))
                .isTrue();
    }

    @Test
    void knowsItInBase64() throws GeneralSecurityException {
        assertThat(isIn(Base64.getUrlEncoder().withoutPadding().encodeToString(ofNothing("SHA-256"))))
                .isTrue();
    }

    /** The values that RFC 1320 and the specification of xxHash give for no bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"31d6cfe0d16ae931b73c59d7e0c089c0", "ef46db3751d8e999"})
    void knowsTheDigestsOfWebpack(String digest) {
        assertThat(isIn(digest)).isTrue();
    }

    @Test
    void knowsNoOther() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("MD5").digest(new byte[] {'\n'});

        assertThat(isIn(HexFormat.of().formatHex(digest))).isFalse();
    }

    private static byte[] ofNothing(String algorithm) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest();
    }

    private static boolean isIn(String digest) {
        return EmptyFile.wasBuiltEmpty(URI.create("https://shop.example/css/app." + digest + ".css"));
    }
}
