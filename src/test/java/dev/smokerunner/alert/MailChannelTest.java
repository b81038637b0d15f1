package dev.smokerunner.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.smokerunner.alert.Alert.Kind;
import dev.smokerunner.alert.Delivery.Delayed;
import dev.smokerunner.alert.Delivery.Delivered;
import dev.smokerunner.alert.Delivery.Refused;
import dev.smokerunner.secret.Secret;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail to a real server, and to servers that do not want it. */
class MailChannelTest {
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        // It tells each user that it makes.
        java.util.logging.Logger.getLogger("com.icegreen").setLevel(java.util.logging.Level.WARNING);
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void sendWhatThereIsToSayAsPlainText() throws Exception {
        assertThat(channel(port(), Optional.empty()).send(AnAlert.of(Kind.OPENED)))
                .isEqualTo(new Delivered());

        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject())
                .isEqualTo("Sev 2 signup (production): the script /js/main-3f9a.js does not load: 404");
        assertThat(message.getContentType()).startsWith("text/plain");
        assertThat(message.getContent().toString().lines())
                .contains(
                        "Sev 2: the script /js/main-3f9a.js does not load: 404",
                        "  at index.html:12",
                        "  hint: the package has js/main-77b1.js",
                        "Since: 2026-03-02 09:00:00 UTC",
                        "Confirmed: seen in 2 rounds in a row",
                        "Runbook: https://wiki.example.com/signup");
        assertThat(message.getAllRecipients()).hasSize(2);
    }

    @Test
    void giveAMessageTheSameIdWhenItIsSentAgainAndOneThreadToAnIncident() throws Exception {
        MailChannel channel = channel(port(), Optional.empty());

        channel.send(AnAlert.of(Kind.OPENED));
        channel.send(AnAlert.of(Kind.OPENED));
        channel.send(AnAlert.of(Kind.RESOLVED));

        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received[0].getMessageID()).isEqualTo(received[2].getMessageID());
        assertThat(received[0].getHeader("References")).isEqualTo(received[4].getHeader("References"));
    }

    @Test
    void writeNoHeaderThatAPageMadeUp() throws Exception {
        channel(port(), Optional.empty()).send(AnAlert.of(Kind.OPENED, "a\r\nBcc: everybody@example.com\r\n\r\nb"));

        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).contains("a Bcc: everybody@example.com b");
    }

    @Test
    void logInWhereTheServerAsks() {
        mail.setUser("smoke@example.com", "smoke", "right");

        assertThat(channel(port(), Optional.of("right")).send(AnAlert.of(Kind.OPENED)))
                .isEqualTo(new Delivered());
    }

    @Test
    void neverSendAgainWithAPasswordThatIsWrong() {
        mail.setUser("smoke@example.com", "smoke", "right");

        Delivery delivery = channel(port(), Optional.of("hunter2")).send(AnAlert.of(Kind.OPENED));

        assertThat(delivery).isInstanceOf(Refused.class);
        assertThat(delivery.toString()).doesNotContain("hunter2");
    }

    @Test
    void sendAgainWhereNobodyListens() {
        int port = port();
        mail.stop();

        assertThat(channel(port, Optional.empty()).send(AnAlert.of(Kind.OPENED)))
                .isInstanceOf(Delayed.class);
    }

    @ParameterizedTest
    @CsvSource({"451 try again later, Delayed", "452 no room, Delayed", "550 no such user, Refused", "554 no, Refused"})
    void tellWhatAServerRefusesForGoodFromWhatItRefusesForNow(String reply, String expected) throws IOException {
        try (ServerSocket refusing = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> refuse(refusing, reply, "RCPT"));
            thread.start();

            Delivery delivery =
                    channel(refusing.getLocalPort(), Optional.empty()).send(AnAlert.of(Kind.OPENED));

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
        }
    }

    @Test
    void reachTheOthersWhereOneReceiverIsUnknown() throws IOException {
        try (ServerSocket refusing = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> refuse(refusing, "550 no such user", "RCPT TO:<on-call")).start();

            Delivery delivery =
                    channel(refusing.getLocalPort(), Optional.empty()).send(AnAlert.of(Kind.OPENED));

            assertThat(delivery).isInstanceOfSatisfying(Delivered.class, delivered -> assertThat(delivered.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).startsWith("not to on-call@example.com: ")));
        }
    }

    /** A server that greets, takes what it is told, and refuses lines that begin with some text. */
    private static void refuse(ServerSocket server, String reply, String refused) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream();
                java.io.BufferedReader in = new java.io.BufferedReader(
                        new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(out, "220 refusing");
            boolean isMail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!isMail || line.equals(".")) {
                    isMail = line.startsWith("DATA");
                    String answer = isMail ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                    say(out, line.startsWith(refused) ? reply : answer);
                }
            }
        } catch (IOException over) {
            // The client went away.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private int port() {
        return mail.getSmtp().getPort();
    }

    private static MailChannel channel(int port, Optional<String> password) {
        return new MailChannel(
                new MailServer("127.0.0.1", port, false, password.map(any -> "smoke"), password.map(Secret::new)),
                "smoke@example.com",
                List.of("web-team@example.com", "on-call@example.com"));
    }
}
