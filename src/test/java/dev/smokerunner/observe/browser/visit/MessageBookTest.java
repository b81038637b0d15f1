package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observe.browser.chromium.ChromiumMessages;
import dev.smokerunner.observe.browser.visit.MessageBook.Place;
import dev.smokerunner.observe.browser.visit.MessageBook.Said;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageBookTest {
    private static final Place SOMEWHERE = new Place(Optional.of("http://site.example/a.js"), 3, 1);

    private final MessageBook book = new MessageBook(new ChromiumMessages());

    private static Said exception(String text, Place place) {
        return new Said(Source.EXCEPTION, Level.ERROR, text, place);
    }

    private static Said console(String text) {
        return new Said(Source.CONSOLE, Level.INFO, text, Place.UNKNOWN);
    }

    @Test
    void countsWhatIsSaidAgain() {
        book.add(console("a"));
        book.add(console("b"));
        book.add(console("a"));

        assertThat(book.all()).extracting(message -> message.quote().text()).containsExactly("a", "b");
        assertThat(book.all()).extracting(BrowserMessage::count).containsExactly(2, 1);
    }

    @Test
    void keepsTheSameTextOfTwoPlacesApart() {
        book.add(exception("x", SOMEWHERE));
        book.add(exception("x", new Place(Optional.of("http://site.example/b.js"), 1, 1)));

        assertThat(book.all()).hasSize(2);
    }

    @Test
    void cutsLongTexts() {
        book.add(console("x".repeat(5_000)));

        assertThat(book.all().get(0).quote().text()).hasSize(MessageBook.LONGEST);
    }

    @Test
    void countsWhatThereIsNoRoomFor() {
        for (int i = 0; i < MessageBook.MOST + 2; i++) {
            book.add(console("message " + i));
        }
        book.add(console("message 0"));

        assertThat(book.all()).hasSize(MessageBook.MOST);
        assertThat(book.dropped()).isEqualTo(2);
    }
}
