package dev.smokerunner.anomaly.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.anomaly.Judge;
import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Point;
import dev.smokerunner.anomaly.Settings;
import dev.smokerunner.anomaly.season.WallClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void drawsWhatWasExpectedAboveWhatCameAndMarksWhatIsUnlikeIt() {
        List<Judgement> last = judgements().subList(190, 210);

        assertThat(BlockPlot.of(last, 20))
                .containsExactly(
                        "expected ████████████████████",
                        "came     ██████████▁▁▁▁▁▁▁▁▁▁",
                        "                   .^^^^^^^^^");
    }

    @Test
    void putsManyNumbersIntoTheColumnsThatThereAre() {
        assertThat(BlockPlot.of(judgements(), 21).get(1)).isEqualTo("came     ████████████████████▁");
    }

    @Test
    void drawsSvgThatAnXmlParserReadsWhateverTheTitleSays() throws Exception {
        byte[] svg = new Picture("<script>&\u0000\"", judgements()).svg();

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(document.getElementsByTagName("circle").getLength()).isPositive();
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(new String(svg, StandardCharsets.UTF_8)).contains("&lt;script&gt;");
    }

    @Test
    void drawsPng() throws Exception {
        byte[] png = new Picture("views", judgements()).png();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1000);
    }

    /** Two hundred minutes of about a hundred, and ten of none. */
    private static List<Judgement> judgements() {
        Judge judge = new Judge(Settings.of(Measure.COUNTS, WallClock.UTC));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < 210; i++) {
            double value = i < 200 ? 100 + i % 3 : 0;
            judgements.add(judge.judge(new Point(Instant.ofEpochSecond(60L * i), value)));
        }
        return judgements;
    }
}
