package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommandAnswersTest {
    private static CommandException failure(Exception why) {
        return catchThrowableOfType(
                CommandException.class,
                () -> CommandAnswers.await(
                        CompletableFuture.failedFuture(why), Duration.ofSeconds(1), "the connection to the browser"));
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        CommandException failure = failure(new IOException(new IllegalStateException("Connection refused")));

        assertThat(failure).hasMessage("the connection to the browser failed: Connection refused");
        assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
    }

    @Test
    void namesTheKindOfAFailureThatHasNoWords() {
        assertThat(failure(new IOException(new ClosedChannelException())))
                .hasMessage("the connection to the browser failed: ClosedChannelException");
    }
}
