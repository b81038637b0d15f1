package dev.smokerunner.monitor;

import dev.smokerunner.tickets.Ticket;
import dev.smokerunner.tickets.TicketWatch;
import dev.smokerunner.tickets.ZendeskAccount;
import dev.smokerunner.tickets.ZendeskClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A Zendesk whose tickets are read once for all the sites that they may be about.
 *
 * @param sites those sites, one or more, by id
 */
record TicketDesk(List<WatchedSite> sites) {
    /** Orders the sites. */
    TicketDesk {
        sites = sites.stream()
                .filter(site -> site.signals().tickets().isPresent())
                .sorted(Comparator.comparing(WatchedSite::id))
                .toList();
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("a desk without sites");
        }
    }

    /** The desks that the tickets of all these sites are read from, by their ids. */
    static Map<String, TicketDesk> of(Collection<WatchedSite> sites) {
        Map<String, List<WatchedSite>> byAccount = new LinkedHashMap<>();
        for (WatchedSite site : sites) {
            site.signals().tickets().ifPresent(watch -> byAccount
                    .computeIfAbsent(watch.account().id(), id -> new ArrayList<>())
                    .add(site));
        }
        return byAccount.values().stream()
                .map(TicketDesk::new)
                .collect(Collectors.toMap(TicketDesk::id, desk -> desk, (one, same) -> one, LinkedHashMap::new));
    }

    /** Another one where other sites, or other tickets of them, are read. */
    String id() {
        String rules = sites.stream()
                .map(site -> site.id() + " " + watch(site).match() + " "
                        + watch(site).showsSubjects())
                .collect(Collectors.joining("\n"));
        return account().id() + " "
                + UUID.nameUUIDFromBytes(rules.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    static TicketWatch watch(WatchedSite site) {
        return site.signals().tickets().orElseThrow();
    }

    ZendeskAccount account() {
        return watch(sites.get(0)).account();
    }

    ZendeskClient client() {
        return watch(sites.get(0)).client();
    }

    /** How often it is read: as often as the most eager site asks for. */
    Duration every() {
        return sites.stream()
                .map(site -> watch(site).every())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The sites that a ticket is about. */
    List<WatchedSite> sites(Ticket ticket) {
        return sites.stream().filter(site -> watch(site).match().covers(ticket)).toList();
    }
}
