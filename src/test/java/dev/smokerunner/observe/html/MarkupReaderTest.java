package dev.smokerunner.observe.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smokerunner.observation.Markup;
import dev.smokerunner.observation.Markup.Comment;
import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.RawText;
import dev.smokerunner.observation.Markup.Tag;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupReaderTest {
    @Test
    void readsTagsWithTheirAttributesAsTheyAreWritten() {
        Markup markup = MarkupReader.read("<LINK Rel=icon href='/a b.png' data-x><p>text</p>");

        assertThat(markup.tags()).extracting(Tag::name).containsExactly("link", "p");
        assertThat(markup.tags().get(0).attributes())
                .containsExactly(
                        new RawAttribute("Rel", "icon", "", 14, true),
                        new RawAttribute("href", "/a b.png", "'", 30, true),
                        new RawAttribute("data-x", "", "", 37, true));
    }

    @Test
    void showsTheQuoteThatNeverCloses() {
        Tag tag = MarkupReader.read("<script src=\"/app.js></script>").tags().get(0);

        assertThat(tag.isEnded()).isFalse();
        assertThat(tag.openAttribute()).get().extracting(RawAttribute::opening).isEqualTo("src=\"");
    }

    @Test
    void startsNoTagWithinText() {
        Markup markup = MarkupReader.read("<title>a <b> c</TITLE><i>");

        assertThat(markup.tags()).extracting(Tag::name).containsExactly("title", "i");
        assertThat(markup.texts()).extracting(RawText::end).containsExactly(14);
    }

    @ParameterizedTest
    @CsvSource({"<!--a-->,5", "<!--a--!>,5", "<!--a--b--->,9", "<!---a--!b-->,10"})
    void endsCommentsAsBrowsersDo(String source, int end) {
        assertThat(MarkupReader.read(source).comments()).containsExactly(new Comment(0, end));
    }

    @Test
    void showsTheCommentThatNeverEnds() {
        Markup markup = MarkupReader.read("<b><!-- a -- > <i>");

        assertThat(markup.openComment()).contains(new Comment(3, 18));
        assertThat(markup.tags()).hasSize(1);
    }

    @Test
    void keepsWhatIsNoTag() {
        assertThat(MarkupReader.read("a < b <!x> </p class=c>").lost()).containsExactly(2, 6, 11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!--a-->", "<", "<!", "</", "<a b='", "<title>", "<!-", "<!--", "--", "<a b=\"c\" d>", "</a"})
    void takesLinearTime(String piece) {
        String source = piece.repeat(300_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatCode(() -> MarkupReader.read(source))
                .doesNotThrowAnyException());
    }
}
