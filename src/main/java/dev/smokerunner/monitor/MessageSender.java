package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertFormat;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.history.Messages;
import dev.smokerunner.history.StoredMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Sends a message that was written down, and writes down what came of it. */
public final class MessageSender {
    /** Until an older message is looked at again that must come first. */
    private static final Duration AFTER_THE_OLDER = Duration.ofSeconds(1);

    private static final Duration LEFT_TO_OTHERS = Duration.ofMinutes(2);
    private static final Duration BETWEEN_OFFERS = Duration.ofSeconds(10);

    private final Messages messages;
    private final Function<String, Optional<WatchedSite>> sites;
    private final RetryPolicy policy;
    private final Clock clock;

    /**
     * A sender.
     *
     * @param messages what is to be sent
     * @param sites finds a site by its id, and with it its channels
     * @param policy when a message is sent again that did not arrive
     * @param clock tells the time
     */
    public MessageSender(
            Messages messages, Function<String, Optional<WatchedSite>> sites, RetryPolicy policy, Clock clock) {
        this.messages = messages;
        this.sites = sites;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Sends one.
     *
     * @return when it is to be sent again; absent where it arrived, or is given up
     */
    public Optional<Instant> send(String id) {
        Optional<StoredMessage> waiting = messages.waiting(id);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        StoredMessage message = waiting.get();
        if (messages.hasOlder(message)) {
            return Optional.of(clock.instant().plus(AFTER_THE_OLDER));
        }
        Optional<AlertChannel> channel = sites.apply(message.site()).stream()
                .flatMap(site -> site.alerts().channels().stream())
                .filter(one -> one.name().equals(message.channel()))
                .findFirst();
        if (channel.isEmpty()) {
            return leftToOthers(message);
        }
        Alert alert = AlertFormat.read(message.alert());
        return concluded(message, channel.get().tryToSend(alert));
    }

    /** Where configs come to one machine after the other, another runner may know whom to tell. */
    private Optional<Instant> leftToOthers(StoredMessage message) {
        Instant now = clock.instant();
        if (now.isBefore(message.createdAt().plus(LEFT_TO_OTHERS))) {
            return Optional.of(now.plus(BETWEEN_OFFERS));
        }
        messages.dead(
                message.id(),
                now,
                "no config of " + message.site() + " has the channel " + message.channel() + " any more");
        return Optional.empty();
    }

    private Optional<Instant> concluded(StoredMessage message, Delivery delivery) {
        Instant now = clock.instant();
        if (delivery instanceof Delivery.Delayed delayed) {
            Optional<Duration> wait = policy.wait(
                    message.tries() + 1,
                    Duration.between(message.createdAt(), now),
                    delayed.after(),
                    () -> ThreadLocalRandom.current().nextDouble());
            if (wait.isPresent()) {
                Instant next = now.plus(wait.get());
                messages.delayed(message.id(), now, next, delayed.reason());
                return Optional.of(next);
            }
            messages.dead(
                    message.id(),
                    now,
                    "given up after " + policy.givenUpAfter().toHours() + " h; at last: " + delayed.reason());
        } else if (delivery instanceof Delivery.Refused refused) {
            messages.dead(message.id(), now, refused.reason());
        } else if (delivery instanceof Delivery.Delivered delivered) {
            messages.delivered(message.id(), now, delivered.trouble());
        }
        return Optional.empty();
    }
}
