package dev.smokerunner.tickets;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.digest.Sha256;

/** What the one ticket of an incident and the comments on it are known by, however often they are sent. */
final class SupportTicket {
    private static final String OURS = "smoke-incident-";

    private SupportTicket() {}

    /** Whether a ticket was made by us; it is no customer's. */
    static boolean isOurs(String externalId) {
        return externalId.startsWith(OURS);
    }

    /** The {@code external_id} of an incident's ticket: the same for all alerts of the incident, and no other's. */
    static String externalId(Alert alert) {
        int position = alert.id().lastIndexOf('#');
        return OURS + hash(position < 0 ? alert.id() : alert.id().substring(0, position), 24);
    }

    /** What a comment is known by: the same when its alert is sent again. */
    static String reference(Alert alert) {
        return "smoke-" + hash(alert.id(), 16);
    }

    private static String hash(String text, int digits) {
        return Sha256.hex(text).substring(0, digits);
    }
}
