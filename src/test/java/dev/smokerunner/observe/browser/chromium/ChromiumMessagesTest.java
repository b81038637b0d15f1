package dev.smokerunner.observe.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedSocket;
import dev.smokerunner.observation.MessageFact.RedeclaredName;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.Quote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChromiumMessagesTest {

    private static List<MessageFact> thrown(String text) {
        return new ChromiumMessages().facts(Source.EXCEPTION, Level.ERROR, text);
    }

    private static Thrown firstThrown(String text) {
        return thrown(text).stream()
                .filter(Thrown.class::isInstance)
                .map(Thrown.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatWasThrownWithoutWhatConsolesWriteBeforeIt() {
        Thrown thrown = firstThrown("Uncaught (in promise) RangeError: too many");

        assertThat(thrown.error()).contains("RangeError");
        assertThat(thrown.bare()).isEqualTo(new Quote("RangeError: too many"));
    }

    @Test
    void tellsWhichSocketDidNotOpenUnlessThePageClosedIt() {
        ChromiumMessages messages = new ChromiumMessages();
        String socket = "WebSocket connection to 'ws://shop.example/live' failed: ";
        String why = "Error during WebSocket handshake: Unexpected response code: 502";

        assertThat(messages.facts(Source.NETWORK, Level.ERROR, socket + why))
                .containsExactly(new FailedSocket("ws://shop.example/live", new Quote(why)));
        assertThat(messages.facts(
                        Source.NETWORK,
                        Level.ERROR,
                        socket + "WebSocket is closed before the connection is established."))
                .isEmpty();
    }

    @Test
    void tellsHowConsolesShowIt() {
        Thrown thrown = firstThrown("the cart is empty");

        assertThat(thrown.error()).isEmpty();
        assertThat(thrown.shown())
                .extracting(Quote::text)
                .containsExactly("Uncaught the cart is empty", "Uncaught (in promise) the cart is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SyntaxError: Unexpected end of input | SCRIPT",
                "SyntaxError: Invalid or unexpected token | SCRIPT",
                "SyntaxError: Unexpected token 'N', \"Not Found\" is not valid JSON | JSON",
                "SyntaxError: Invalid regular expression: /[/: Unterminated character class | OTHER",
                "SyntaxError: The requested module './a.js' does not provide an export named 'b' | OTHER",
            })
    void tellsWhichTextCannotBeParsed(String text, UnparsedText.What what) {
        assertThat(thrown(text)).contains(new UnparsedText(what));
    }

    @Test
    void namesWhatIsDeclaredTwice() {
        assertThat(thrown("SyntaxError: Identifier 'cart' has already been declared"))
                .contains(new RedeclaredName("cart"));
    }

    @Test
    void onlyWhatIsThrownIsThrown() {
        assertThat(new ChromiumMessages().facts(Source.CONSOLE, Level.ERROR, "SyntaxError: Unexpected end of input"))
                .isEmpty();
    }
}
