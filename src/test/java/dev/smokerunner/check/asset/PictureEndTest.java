package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureEndTest {
    private static Optional<String> missingIn(byte[] bytes) {
        return PictureEnd.missingIn(new Body(bytes, bytes.length, ""));
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            image.setRGB(x, x % 30, 0x3366aa * x);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void seesThatAPictureIsWholeOrCut(String format) throws IOException {
        byte[] whole = picture(format);

        assertThat(missingIn(whole)).isEmpty();
        assertThat(missingIn(Arrays.copyOf(whole, whole.length + 9))).isEmpty();
        assertThat(missingIn(Arrays.copyOf(whole, whole.length / 2))).isPresent();
        assertThat(missingIn(Arrays.copyOf(whole, 20))).isPresent();
    }

    @Test
    void believesTheHeaderOfAWebp() {
        byte[] webp = "RIFF\u0010\0\0\0WEBPVP8 01234567".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(missingIn(webp)).isEmpty();
        assertThat(missingIn(Arrays.copyOf(webp, 20))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"9\"/></svg>\n",
                "<?xml version=\"1.0\"?><!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<html><p>no drawing",
                "GIF89a"
            })
    void leavesAloneWhatIsWholeOrOfAnotherFormat(String text) {
        assertThat(missingIn(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void seesThatADrawingIsCut() {
        String cut = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"9\"/><pa";

        assertThat(missingIn(cut.getBytes(StandardCharsets.UTF_8))).contains("no </svg> at its end");
    }

    @Test
    void judgesNothingOfWhichOnlyAPartWasKept() throws IOException {
        byte[] half = Arrays.copyOf(picture("png"), 60);

        assertThat(PictureEnd.missingIn(new Body(half, 5000, ""))).isEmpty();
    }
}
