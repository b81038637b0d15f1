package dev.smokerunner.traffic.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static LineReader of(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), 0);
    }

    @Test
    void readsWholeLinesAndSaysWhereTheyEnd() throws IOException {
        LineReader reader = of("one\r\n\ntwo\nhal");

        assertThat(reader.next()).isTrue();
        assertThat(reader.line()).isEqualTo("one");
        assertThat(reader.position()).isEqualTo(5);
        assertThat(reader.next()).isTrue();
        assertThat(reader.line()).isEmpty();
        assertThat(reader.next()).isTrue();
        assertThat(reader.line()).isEqualTo("two");
        assertThat(reader.next()).isFalse();
        assertThat(reader.position()).isEqualTo(10);
        assertThat(reader.rest()).isTrue();
        assertThat(reader.line()).isEqualTo("hal");
        assertThat(reader.rest()).isFalse();
    }

    @Test
    void skipsALineThatIsLongerThanAnyLogs() throws IOException {
        LineReader reader = of("one\n" + "x".repeat(1_000_000) + "\ntwo\n");

        reader.next();
        assertThat(reader.next()).isTrue();
        assertThat(reader.isSkipped()).isTrue();
        assertThat(reader.line()).isEmpty();
        assertThat(reader.next()).isTrue();
        assertThat(reader.isSkipped()).isFalse();
        assertThat(reader.line()).isEqualTo("two");
        assertThat(reader.position()).isEqualTo(1_000_009);
    }

    @Test
    void readsTheSameHoweverManyBytesCome() throws IOException {
        Random random = new Random(7);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            expected.add("y".repeat(random.nextInt(i % 100 == 0 ? 60_000 : 300)));
        }
        byte[] bytes = (String.join("\n", expected) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        InputStream dripping = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(70_000)));
            }
        };
        LineReader reader = new LineReader(dripping, 100);
        List<String> read = new ArrayList<>();
        while (reader.next()) {
            read.add(reader.line());
        }

        assertThat(read).isEqualTo(expected);
        assertThat(reader.position()).isEqualTo(100 + bytes.length);
    }
}
