package dev.smokerunner.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tickets of a stand-in for Zendesk, and what changed when. */
final class ZendeskTickets {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration KEY_LIFE = Duration.ofHours(2);

    private final ZendeskRules rules;
    private final InstantSource clock;
    private final Map<Long, Stored> tickets = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private long last = 35_435;

    ZendeskTickets(ZendeskRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    private record Stored(ObjectNode fields, Instant createdAt, Instant generatedAt, List<ObjectNode> comments) {}

    private record Kept(JsonNode request, long ticket, Instant at) {}

    /**
     * What it answers.
     *
     * @param status the status of HTTP
     * @param body the body
     */
    record Answer(int status, JsonNode body) {
        static Answer error(int status, String error, String description) {
            return new Answer(
                    status, JSON.createObjectNode().put("error", error).put("description", description));
        }
    }

    /** A new ticket with these fields. */
    synchronized long add(ObjectNode fields) {
        Instant now = clock.instant();
        long number = ++last;
        fields.put("id", number)
                .put("created_at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("updated_at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!fields.has("status")) {
            fields.put("status", "new");
        }
        tickets.put(number, new Stored(fields, now, now, new ArrayList<>()));
        return number;
    }

    /** Something changes in a ticket, as by an agent, or only by the system itself. */
    synchronized void change(long number, Map<String, String> values) {
        Stored before = stored(number);
        values.forEach(before.fields()::put);
        tickets.put(number, new Stored(before.fields(), before.createdAt(), clock.instant(), before.comments()));
    }

    /** An agent gives a ticket a tag. */
    synchronized void tag(long number, String tag) {
        stored(number).fields().withArray("/tags").add(tag);
        change(number, Map.of());
    }

    private Stored stored(long number) {
        return Optional.ofNullable(tickets.get(number))
                .orElseThrow(() -> new IllegalArgumentException("no ticket " + number));
    }

    /** Tickets that changed since a moment. */
    synchronized Answer since(String start) {
        if (!start.matches("\\d+")) {
            return Answer.error(400, "InvalidValue", "start_time or cursor is missing");
        }
        Instant from = Instant.ofEpochSecond(Long.parseLong(start));
        return from.isAfter(clock.instant().minus(rules.lag()))
                ? Answer.error(
                        422, "StartTimeTooRecent", "Too recent start_time. Use a start_time older than 1 minute ago.")
                : page(from, 0);
    }

    /** Tickets that changed since a page ended; its last one comes again, as it may. */
    synchronized Answer after(String cursor) {
        String[] parts = cursor.split("-", -1);
        return parts.length == 2 && parts[0].matches("\\d+") && parts[1].matches("\\d+")
                ? page(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]))
                : Answer.error(400, "InvalidCursor", "the cursor is not valid");
    }

    private Answer page(Instant from, long number) {
        Instant until = clock.instant().minus(rules.lag());
        List<Stored> changed = ordered()
                .filter(one -> !one.generatedAt().isAfter(until))
                .filter(one -> one.generatedAt().isAfter(from)
                        || one.generatedAt().truncatedTo(ChronoUnit.MILLIS).equals(from.truncatedTo(ChronoUnit.MILLIS))
                                && number(one) >= number
                        || number == 0 && !one.generatedAt().isBefore(from))
                .toList();
        // One more, for the one that comes again.
        List<Stored> shown = changed.stream().limit(rules.page() + 1L).toList();
        ObjectNode body = JSON.createObjectNode();
        ArrayNode list = body.putArray("tickets");
        shown.forEach(one -> list.add(one.fields().deepCopy()));
        String end = shown.isEmpty()
                ? from.toEpochMilli() + "-" + number
                : shown.get(shown.size() - 1).generatedAt().toEpochMilli() + "-" + number(shown.get(shown.size() - 1));
        body.put("after_cursor", end).put("end_of_stream", shown.size() == changed.size());
        return new Answer(200, body);
    }

    private Stream<Stored> ordered() {
        return tickets.values().stream()
                .sorted(Comparator.comparing((Stored one) -> one.generatedAt().truncatedTo(ChronoUnit.MILLIS))
                        .thenComparing(ZendeskTickets::number));
    }

    private static long number(Stored ticket) {
        return ticket.fields().path("id").asLong();
    }

    /** Those with an external_id, as far as the index knows them. */
    synchronized Answer find(String externalId) {
        Instant indexed = clock.instant().minus(rules.indexLag());
        ObjectNode body = JSON.createObjectNode();
        ArrayNode list = body.putArray("tickets");
        tickets.values().stream()
                .filter(one -> one.fields().path("external_id").asString("").equals(externalId))
                .filter(one -> !one.createdAt().isAfter(indexed))
                .forEach(one -> list.add(one.fields().deepCopy()));
        return new Answer(200, body);
    }

    /** Makes a ticket, once for each key. */
    synchronized Answer create(JsonNode request, String key) {
        JsonNode asked = request.path("ticket");
        if (asked.path("comment").path("body").asString("").isBlank()) {
            return Answer.error(422, "RecordInvalid", "Record validation errors: Description cannot be blank");
        }
        Kept kept = keys.get(key);
        if (!key.isEmpty() && kept != null && kept.at().isAfter(clock.instant().minus(KEY_LIFE))) {
            return kept.request().equals(request)
                    ? new Answer(201, wrapped(kept.ticket()))
                    : Answer.error(
                            400,
                            "IdempotencyRequestError",
                            "Request parameters were different than the initial request made with this idempotency key");
        }
        ObjectNode fields = (ObjectNode) asked.deepCopy();
        fields.remove("comment");
        fields.put("description", asked.path("comment").path("body").asString(""));
        long number = add(fields);
        stored(number).comments().add(comment(asked));
        keys.put(key, new Kept(request, number, clock.instant()));
        return new Answer(201, wrapped(number));
    }

    /** What is said of publicity nowhere goes to the customer. */
    private static ObjectNode comment(JsonNode ticket) {
        ObjectNode comment = JSON.createObjectNode();
        comment.put("body", ticket.path("comment").path("body").asString(""));
        comment.put("public", ticket.path("comment").path("public").asBoolean(true));
        return comment;
    }

    private ObjectNode wrapped(long number) {
        ObjectNode body = JSON.createObjectNode();
        body.set("ticket", stored(number).fields().deepCopy());
        return body;
    }

    /** Adds a comment. */
    synchronized Answer update(long number, JsonNode request) {
        if (!tickets.containsKey(number)) {
            return Answer.error(404, "RecordNotFound", "Not found");
        }
        if (stored(number).fields().path("status").asString("").equals("closed")) {
            return Answer.error(
                    422, "RecordInvalid", "Record validation errors: Status: closed prevents ticket update");
        }
        stored(number).comments().add(comment(request.path("ticket")));
        change(number, Map.of());
        return new Answer(200, wrapped(number));
    }

    /** The comments of a ticket, the last one first. */
    synchronized Answer comments(long number) {
        if (!tickets.containsKey(number)) {
            return Answer.error(404, "RecordNotFound", "Not found");
        }
        List<ObjectNode> comments = stored(number).comments();
        ObjectNode body = JSON.createObjectNode();
        ArrayNode list = body.putArray("comments");
        for (int i = comments.size() - 1; i >= 0; i--) {
            list.add(comments.get(i).deepCopy());
        }
        return new Answer(200, body);
    }

    /** All of them, each with its comments in order. */
    synchronized List<ObjectNode> all() {
        return tickets.values().stream()
                .map(one -> {
                    ObjectNode ticket = one.fields().deepCopy();
                    one.comments().forEach(ticket.withArray("/comments")::add);
                    return ticket;
                })
                .toList();
    }
}
