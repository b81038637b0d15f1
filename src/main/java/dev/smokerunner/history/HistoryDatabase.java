package dev.smokerunner.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The database that a monitor remembers in: a file of its own, or a PostgreSQL that several runners share. Its tables are made,
 * and brought up to date, when it is opened.
 */
public final class HistoryDatabase implements AutoCloseable {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String MIGRATIONS = "classpath:dev/smokerunner/history";

    /** A round, the scheduler, the status page and a delivery at a time, and some in reserve; SQLite writes one at a time. */
    private static final int CONNECTIONS = 8;

    /** How long somebody waits for a connection; a database that restarts takes some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HikariDataSource source;
    private final boolean isShared;
    private final HistoryLock lock;

    private HistoryDatabase(HikariDataSource source, boolean isShared, HistoryLock lock) {
        this.source = source;
        this.isShared = isShared;
        this.lock = lock;
    }

    /**
     * Opens a database for a monitor: of those that work on a file of its own there is one.
     *
     * @param place a file, or an address of JDBC, of PostgreSQL or SQLite
     * @throws HistoryException if it cannot be opened, is not one of ours, or another monitor works on it
     */
    public static HistoryDatabase forMonitor(String place) throws HistoryException {
        HistoryLock lock = place.startsWith(POSTGRES) ? HistoryLock.NONE : HistoryLock.of(file(place));
        try {
            return open(place, lock);
        } catch (HistoryException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a database; its folder and its tables are made where they are not there.
     *
     * @param place a file, or an address of JDBC, of PostgreSQL or SQLite
     * @throws HistoryException if it cannot be opened, or is not one of ours
     */
    public static HistoryDatabase open(String place) throws HistoryException {
        return open(place, HistoryLock.NONE);
    }

    private static HistoryDatabase open(String place, HistoryLock lock) throws HistoryException {
        boolean isShared = place.startsWith(POSTGRES);
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setPoolName("smoke-history");
        if (isShared) {
            config.setJdbcUrl(place);
            // What a runner asks must not hang longer than its turn lasts.
            config.addDataSourceProperty("socketTimeout", "30");
            config.addDataSourceProperty("connectTimeout", "5");
        } else {
            ofFile(config, file(place));
        }
        HikariDataSource source;
        try {
            source = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new HistoryException(shown(place) + ": cannot be opened: " + HistoryException.reason(e));
        }
        try {
            migrate(source, isShared);
        } catch (FlywayException e) {
            source.close();
            throw new HistoryException(
                    shown(place) + ": its tables cannot be made or brought up to date: " + HistoryException.reason(e));
        }
        return new HistoryDatabase(source, isShared, lock);
    }

    /** The file that a place names which is no PostgreSQL. */
    private static String file(String place) throws HistoryException {
        String file = place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : place;
        if (file.startsWith("jdbc:")) {
            throw new HistoryException(
                    "expected a file, jdbc:postgresql://HOST/DATABASE or jdbc:sqlite:FILE, got " + shown(place));
        }
        return file;
    }

    /** SQLite in the way that lost nothing when its process was killed: a write-ahead log, on the disk before it is told. */
    private static void ofFile(HikariConfig config, String file) throws HistoryException {
        Path path = Path.of(file).toAbsolutePath();
        if (Files.isDirectory(path)) {
            throw new HistoryException(file + ": expected a file for the history, found a folder; name a file in it");
        }
        try {
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(path));
            SqliteLibrary.load(Path.of(path + ".native"));
        } catch (IOException e) {
            throw new HistoryException(file + ": its folder cannot be made or used: " + e.getMessage());
        }
        config.setJdbcUrl(SQLITE + path);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", String.valueOf(PATIENCE.toMillis()));
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }

    private static void migrate(DataSource source, boolean isShared) {
        Flyway.configure()
                .dataSource(source)
                .locations(MIGRATIONS)
                .placeholders(
                        isShared
                                ? Map.of("bytes", "bytea", "time", "timestamp with time zone", "bit", "boolean")
                                : Map.of("bytes", "blob", "time", "timestamp", "bit", "bit"))
                .load()
                .migrate();
    }

    /** An address of JDBC may hold a password. */
    private static String shown(String place) {
        return place.replaceAll("(?i)(password|user)=[^&;]*", "$1=***").replaceAll("//[^/@]*@", "//***@");
    }

    /** Whether several runners may work on it. */
    public boolean isShared() {
        return isShared;
    }

    /** Its connections. */
    public DataSource source() {
        return source;
    }

    /** Asks and tells it. */
    public Jdbi jdbi() {
        return Jdbi.create(source);
    }

    /** A name that no other runner has. */
    public static String newRunnerId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public void close() {
        source.close();
        lock.close();
    }
}
