package dev.smokerunner.alert;

import dev.smokerunner.secret.Redaction;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Plain mail by SMTP: readable on every telephone, and nothing in it that a mail program could execute.
 *
 * @param server the server, and who may send there
 * @param from the sender
 * @param to the receivers
 */
public record MailChannel(MailServer server, String from, List<String> to) implements AlertChannel {
    /** A server that is in no hurry is still waited for; one that hangs is not. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** RFC 5321: a reply of 500 and more is for good. */
    private static final int FOR_GOOD = 500;

    /** Copies the list. */
    public MailChannel {
        to = List.copyOf(to);
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Delivery send(Alert alert) {
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, alert);
            try (Transport transport = session.getTransport()) {
                transport.connect(
                        server.user().orElse(null),
                        server.password().map(secret -> secret.reveal()).orElse(null));
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Delivery.Delivered();
        } catch (SendFailedException e) {
            return e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0
                    ? failed(e)
                    : new Delivery.Delivered(Optional.of("not to " + missed(e) + ": " + reason(e)));
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    private static String missed(SendFailedException e) {
        return Stream.of(e.getInvalidAddresses(), e.getValidUnsentAddresses())
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .map(Address::toString)
                .collect(Collectors.joining(", "));
    }

    private Delivery failed(MessagingException e) {
        return isForGood(e) ? new Delivery.Refused(reason(e)) : new Delivery.Delayed(reason(e), Optional.empty());
    }

    private MimeMessage message(Session session, Alert alert) throws MessagingException {
        String id = UUID.nameUUIDFromBytes(alert.id().getBytes(StandardCharsets.UTF_8)) + "@smoke-runner";
        MimeMessage message = new MimeMessage(session) {
            // A message that is sent twice is shown once.
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + ">");
            }
        };
        message.setFrom(new InternetAddress(from, true));
        for (String receiver : to) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(receiver, true));
        }
        message.setSentDate(Date.from(alert.at()));
        message.setSubject(AlertText.title(alert).replaceAll("\\s+", " "), "UTF-8");
        message.setText(String.join("\r\n", AlertText.lines(alert)) + "\r\n", "UTF-8");
        // What belongs to one incident stands in one thread.
        String thread = "<" + UUID.nameUUIDFromBytes(alert.key().getBytes(StandardCharsets.UTF_8)) + "@smoke-runner>";
        message.setHeader("References", thread);
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private Properties properties() {
        String limit = String.valueOf(LIMIT.toMillis());
        String protocol = server.isEncrypted() ? "smtps" : "smtp";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put("mail." + protocol + ".host", server.host());
        properties.put("mail." + protocol + ".port", String.valueOf(server.port()));
        properties.put("mail." + protocol + ".connectiontimeout", limit);
        properties.put("mail." + protocol + ".timeout", limit);
        properties.put("mail." + protocol + ".writetimeout", limit);
        properties.put(
                "mail." + protocol + ".auth", String.valueOf(server.user().isPresent()));
        // Who has left the company keeps nobody else from being told.
        properties.put("mail." + protocol + ".sendpartial", "true");
        // Where it can be encrypted it is; a password never goes without.
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(server.user().isPresent() && !server.isLoopback()));
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        return properties;
    }

    private static boolean isForGood(MessagingException e) {
        for (Exception at = e; at instanceof MessagingException messaging; at = messaging.getNextException()) {
            if (at instanceof jakarta.mail.AuthenticationFailedException
                    || at instanceof SMTPSendFailedException failed && failed.getReturnCode() >= FOR_GOOD
                    || at instanceof SMTPAddressFailedException address && address.getReturnCode() >= FOR_GOOD) {
                return true;
            }
            if (at instanceof SendFailedException failed && failed.getNextException() == null) {
                return failed.getInvalidAddresses() != null && failed.getInvalidAddresses().length > 0;
            }
        }
        return false;
    }

    private String reason(MessagingException e) {
        String said =
                String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
        return AlertText.cut(
                new Redaction(server.password().stream().toList()).apply(server.host() + ": " + said), 300);
    }
}
