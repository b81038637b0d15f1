package dev.smokerunner.observe.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import dev.smokerunner.observation.Headers;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDifferenceTest {
    private static final BufferedImage PRICE = picture("Only 49 EUR", 300);

    @ParameterizedTest
    @ValueSource(floats = {0, 0.5f, 1})
    void knowsAPictureThatWasCompressedAnew(float quality) throws IOException {
        assertThat(PictureDifference.between(encoded(PRICE, "png", 1), encoded(PRICE, "png", quality)))
                .map(Difference::kind)
                .hasValueSatisfying(kind -> assertThat(kind).isEqualTo(Kind.ENCODING));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 0.75f, 0.85f})
    void knowsAPhotographThatLostDetail(float quality) throws IOException {
        assertThat(PictureDifference.between(encoded(PRICE, "jpeg", 0.92f), encoded(PRICE, "jpeg", quality)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"png, 1", "jpeg, 0.92"})
    void tellsAPictureByOneDigitFromTheOneBefore(String format, float quality) throws IOException {
        byte[] before = encoded(picture("Only 48 EUR", 300), format, quality);

        assertThat(PictureDifference.between(encoded(PRICE, format, quality), before))
                .isEmpty();
    }

    @Test
    void tellsAPictureOfOtherSize() throws IOException {
        assertThat(PictureDifference.between(encoded(PRICE, "png", 1), encoded(picture("Only 49 EUR", 299), "png", 1)))
                .isEmpty();
    }

    @Test
    void readsNothingFromWhatIsNoPictureOrIsCut() throws IOException {
        byte[] whole = encoded(PRICE, "png", 1);

        assertThat(PictureDifference.between(whole, "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PictureDifference.between(whole, Arrays.copyOf(whole, whole.length / 2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cf-polished, origSize=1312, image/webp, true",
        "cf-polished, 'degrade=85, origSize=1312', image/webp, true",
        "cf-polished, origSize=13120, image/webp, false",
        "fastly-io-info, ifsz=1312 idim=300x200 ifmt=png ofsz=900 odim=300x200 ofmt=avif, image/avif, true",
        "x-original-content-length, 1312, image/png, true",
        "x-original-content-length, 1312, text/html, false",
        "content-length, 1312, image/png, false"
    })
    void believesWhatAnOptimiserSaysOfItsOwnWork(String name, String value, String type, boolean isSame) {
        Headers headers = new Headers(Map.of(name, List.of(value), "content-type", List.of(type)));

        assertThat(PictureOptimiser.madeOf(1312, headers).isPresent()).isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource({
        "RIFF1234WEBPVP8X, true",
        "1234ftypavif0000, true",
        "1234ftypavis0000, true",
        "1234ftypmp420000, false",
        "RIFF1234WAVEfmt_, false",
        "<!DOCTYPE html>_, false"
    })
    void knowsAPictureThatCameInANewerFormatThanItsName(String start, boolean isPicture) throws IOException {
        byte[] served = start.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PictureOptimiser.inNewerFormat(encoded(PRICE, "png", 1), served)
                        .isPresent())
                .isEqualTo(isPicture);
        assertThat(PictureOptimiser.inNewerFormat(served, served)).isEmpty();
    }

    private static BufferedImage picture(String text, int width) {
        BufferedImage image = new BufferedImage(width, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(40, 90, 160), width, 200, new Color(220, 180, 90)));
        graphics.fillRect(0, 0, width, 200);
        Random grain = new Random(7);
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(grain.nextInt(256), grain.nextInt(256), grain.nextInt(256), 90));
            graphics.fillOval(grain.nextInt(width), grain.nextInt(120), 9, 9);
        }
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        graphics.drawString(text, 20, 160);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
