package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlainColourTest {
    private final BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);

    private byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void seesOneColour() throws IOException {
        assertThat(PlainColour.fills(png())).isTrue();
    }

    @Test
    void seesASinglePixel() throws IOException {
        image.setRGB(19, 9, 0xffffff);

        assertThat(PlainColour.fills(png())).isFalse();
    }

    @Test
    void saysNothingAboutWhatIsNoPicture() {
        assertThat(PlainColour.fills(new byte[] {1, 2, 3})).isFalse();
    }
}
