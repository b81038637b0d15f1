package dev.smokerunner.standin;

import java.time.Duration;

/**
 * What Zendesk's documentation says that it does, and how fast.
 *
 * @param lag what changed since is in no export yet; a later start of one is refused
 * @param exports how many exports may be asked for in a minute
 * @param minute how long that minute is
 * @param page how many tickets a page has
 * @param tokenLife how long a token lasts where less is asked for than this
 * @param indexLag how long a new ticket is not found by its external_id
 */
public record ZendeskRules(
        Duration lag, int exports, Duration minute, int page, Duration tokenLife, Duration indexLag) {
    /** As documented, but for short pages. */
    public static final ZendeskRules DOCUMENTED = new ZendeskRules(
            Duration.ofMinutes(1), 10, Duration.ofMinutes(1), 3, Duration.ofDays(2), Duration.ofMinutes(3));

    /** The same, ten to thirty times as fast, so that much happens in little time. */
    public static final ZendeskRules HURRIED = new ZendeskRules(
            Duration.ofSeconds(2), 10, Duration.ofSeconds(6), 3, Duration.ofSeconds(70), Duration.ofSeconds(6));

    /** The same with pages of another length. */
    public ZendeskRules withPage(int tickets) {
        return new ZendeskRules(lag, exports, minute, tickets, tokenLife, indexLag);
    }
}
