package dev.smokerunner.tickets;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells support of an incident: one ticket, with a comment for each thing that happens to it. What was written already is looked
 * for first, so that an alert that is sent again, after a crash or an answer that got lost, is not written again.
 *
 * @param client asks and tells Zendesk
 * @param settings what the ticket is like, besides its words
 * @param clock tells how long ago an alert was decided
 */
public record SupportChannel(ZendeskClient client, SupportSettings settings, InstantSource clock)
        implements AlertChannel {
    /** The mildest of which support is told: of what is milder customers need not be told anything. */
    public static final Severity MILDEST = Severity.SEV2;

    /** What is new is found by its name after some minutes at the latest. */
    private static final Duration INDEXED_AFTER = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "zendesk";
    }

    @Override
    public Delivery send(Alert alert) {
        SupportDesk desk = new SupportDesk(client);
        String externalId = SupportTicket.externalId(alert);
        Answer<?> answer = desk.find(externalId).then(found -> {
            if (alert.kind() == Alert.Kind.TEST) {
                return new Answer.Given<>("it may read and write tickets");
            }
            return found.isPresent() ? add(desk, found.get(), alert) : begin(desk, externalId, alert);
        });
        return delivery(answer);
    }

    private static Answer<String> add(SupportDesk desk, long ticket, Alert alert) {
        return desk.says(ticket, SupportTicket.reference(alert))
                .then(isThere -> isThere
                        ? new Answer.Given<>("it stands there already")
                        : desk.comment(ticket, SupportText.body(alert, false))
                                .then(done -> new Answer.Given<>("a comment on ticket " + ticket)));
    }

    private Answer<String> begin(SupportDesk desk, String externalId, Alert alert) {
        if (alert.kind() == Alert.Kind.RESOLVED) {
            return Duration.between(alert.at(), clock.instant()).compareTo(INDEXED_AFTER) < 0
                    ? new Answer.Later<>("the incident's ticket is not found yet", Optional.of(SOON))
                    : new Answer.Refused<>(404, "the incident has no ticket that could be told that it is over");
        }
        return fields(desk, alert)
                .then(fields -> desk.create(fields, externalId, SupportText.body(alert, true)))
                .then(made -> new Answer.Given<>("a new ticket"));
    }

    private Answer<ObjectNode> fields(SupportDesk desk, Alert alert) {
        ObjectNode none = JsonMapper.shared().createObjectNode();
        Answer<ObjectNode> macro = settings.macro().map(desk::macro).orElse(new Answer.Given<>(none));
        return macro.then(fields -> {
            List<String> tags = new ArrayList<>(settings.tags());
            fields.path("tags").valueStream().map(tag -> tag.asString("")).forEach(tags::add);
            fields.put("subject", SupportText.subject(alert)).put("type", "problem");
            if (!fields.has("priority")) {
                fields.put("priority", alert.severity() == Severity.SEV1 ? "urgent" : "high");
            }
            tags.stream().distinct().forEach(fields.putArray("tags")::add);
            return new Answer.Given<>(fields);
        });
    }

    /** The key is known with other words: the ticket is there, and only not found by its name yet. */
    private static Delivery delivery(Answer<?> answer) {
        if (answer instanceof Answer.Later<?> later) {
            return new Delivery.Delayed(later.reason(), later.after());
        }
        if (answer instanceof Answer.Refused<?> refused) {
            return refused.error() == ApiError.KEY_USED_BEFORE
                    ? new Delivery.Delayed("the incident's ticket is not found yet", Optional.of(SOON))
                    : new Delivery.Refused(refused.reason());
        }
        return new Delivery.Delivered();
    }
}
