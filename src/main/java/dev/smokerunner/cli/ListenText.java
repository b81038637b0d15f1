package dev.smokerunner.cli;

import dev.smokerunner.network.Loopback;
import dev.smokerunner.network.Port;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.status.StatusOptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a status page is to be shown, as it was typed. */
final class ListenText {
    private static final Pattern PLACE = Pattern.compile("(?:(?<host>[\\w.-]+|\\[[0-9a-fA-F:.]+]):)?(?<port>\\d{1,5})");

    private ListenText() {}

    /**
     * What was meant.
     *
     * @param token what one must know to see the page; absent where everybody may who can reach it
     * @param problems gets what is wrong with it
     */
    static Optional<StatusOptions> read(String text, Optional<Secret> token, List<String> problems) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches() || Integer.parseInt(place.group("port")) > Port.HIGHEST) {
            problems.add("--listen: expected [HOST:]PORT, as 8080 or 0.0.0.0:8080, got " + text);
            return Optional.empty();
        }
        String host = Optional.ofNullable(place.group("host")).orElse("127.0.0.1");
        if (token.isEmpty() && !Loopback.isHost(host)) {
            problems.add(
                    "--listen: expected a token of 16 characters or more in SMOKE_STATUS_TOKEN, since everybody who reaches "
                            + text + " could read the reports and tell of releases, got none");
            return Optional.empty();
        }
        try {
            return Optional.of(new StatusOptions(host, Integer.parseInt(place.group("port")), token));
        } catch (IllegalArgumentException e) {
            problems.add("SMOKE_STATUS_TOKEN: expected " + e.getMessage());
            return Optional.empty();
        }
    }
}
