package dev.smokerunner.monitor;

import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Which turns a monitor takes of those that are due: rounds of sites whose config it has, and messages of them. Who has no config of
 * a site, as where configs come to one machine after the other, would neither know what to look at nor whom to tell. Messages of a
 * site that nobody watches any more are anybody's.
 */
final class OwnTurns extends AutodetectJdbcCustomization {
    private final String rounds;
    private final String messages;
    private final Supplier<? extends Collection<String>> sites;

    /**
     * Those of a monitor.
     *
     * @param database where turns are
     * @param rounds the name of the task whose instances are sites
     * @param messages the name of the task whose instances are messages
     * @param sites the ids of the sites whose configs it has now
     */
    OwnTurns(DataSource database, String rounds, String messages, Supplier<? extends Collection<String>> sites) {
        super(database, true);
        this.rounds = rounds;
        this.messages = messages;
        this.sites = sites;
    }

    @Override
    public String createSelectDueQuery(String table, int limit, String condition, boolean byPriority) {
        return super.createSelectDueQuery(table, limit, condition + " AND " + mine(), byPriority);
    }

    /** The scheduler has no place for values of our own, so they are written into the statement. No site has an empty id. */
    private String mine() {
        String own = Stream.concat(Stream.of(""), sites.get().stream())
                .map(OwnTurns::quoted)
                .collect(Collectors.joining(", ", "(", ")"));
        return "(task_name <> " + quoted(rounds) + " or task_instance in " + own + ") and (task_name <> "
                + quoted(messages) + " or task_instance not in (select message.id from message join site"
                + " on site.id = message.site where message.state = 'waiting' and site.watched = 1"
                + " and site.id not in " + own + "))";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
