package dev.smokerunner.check.finding;

import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.Machine;
import dev.smokerunner.observation.Place;
import java.net.URI;
import java.util.Optional;

/** Asks the server with {@code curl}; a place other than the site itself is asked by its own address. */
public final class CurlCommands implements Commands {
    private static final String HEADERS_ONLY = "curl -sS -o /dev/null -D - ";
    private static final int SHOWN_BYTES = 300;
    private static final int SHOWN_BEFORE = 100;

    @Override
    public String of(Reproduction way) {
        return of(way, way.url().toString());
    }

    /** The command that shows it at another address. */
    public String of(Reproduction way, String address) {
        String url = quoted(address);
        if (way instanceof Reproduction.Headers headers) {
            String origin = headers.origin()
                    .map(name -> "-H " + quoted("Origin: " + name) + " ")
                    .orElse("");
            return HEADERS_ONLY + to(way.url(), headers.place()) + origin + url;
        }
        if (way instanceof Reproduction.Redirects) {
            return "curl -sS -L -o /dev/null -D - " + url;
        }
        if (way instanceof Reproduction.Time time) {
            return "curl -sS -o /dev/null -w '%{time_total} s\\n' " + to(way.url(), Optional.of(time.place())) + url;
        }
        if (way instanceof Reproduction.Sum sum) {
            return "curl -sS --compressed " + to(way.url(), sum.place()) + url + read(way);
        }
        if (way instanceof Reproduction.Length length) {
            return "curl -sS " + (length.isDecoded() ? "--compressed " : "")
                    + "-o /dev/null -D - -w '%{size_download} bytes\\n' " + url;
        }
        return "curl -sS " + (isOfDecoded(way) ? "--compressed " : "") + url + read(way);
    }

    /** Whether what is wrong is seen once the encodings that the headers name are undone. */
    private static boolean isOfDecoded(Reproduction way) {
        return way instanceof Reproduction.Start start && start.asBytes()
                || way instanceof Reproduction.End end && end.asBytes()
                || way instanceof Reproduction.Around;
    }

    private static String read(Reproduction way) {
        return reader(way)
                .map(reader -> " | " + reader.program() + reader.rest())
                .orElse("");
    }

    /**
     * What reads bytes.
     *
     * @param program the program, behind which a file may be named
     * @param rest what its output is piped into, with the sign for that; empty for nothing
     */
    public record Reader(String program, String rest) {
        private static Optional<Reader> of(String program) {
            return Optional.of(new Reader(program, ""));
        }
    }

    /** What reads the bytes; empty where nothing does. */
    public static Optional<Reader> reader(Reproduction way) {
        if (way instanceof Reproduction.Start start) {
            return Optional.of(new Reader("head -c " + SHOWN_BYTES, start.asBytes() ? " | od -c" : ""));
        }
        if (way instanceof Reproduction.End end) {
            return Optional.of(new Reader("tail -c " + SHOWN_BYTES, end.asBytes() ? " | od -c" : ""));
        }
        return way instanceof Reproduction.Length
                ? Reader.of("wc -c")
                : ofText(way).or(() -> ofDigest(way));
    }

    private static Optional<Reader> ofText(Reproduction way) {
        if (way instanceof Reproduction.Around around) {
            int first = Math.max(1, around.column() - SHOWN_BEFORE);
            return Optional.of(new Reader(
                    "sed -n '" + around.line() + "p'", " | cut -c " + first + "-" + (first + SHOWN_BYTES - 1)));
        }
        if (way instanceof Reproduction.Lines lines) {
            return Reader.of("sed -n '" + lines.first() + "," + lines.last() + "p'");
        }
        if (way instanceof Reproduction.Mentions mentions) {
            String around = ".\\{0,60\\}";
            String literal = mentions.text().replaceAll("[\\\\.\\[\\]*^$]", "\\\\$0");
            return Reader.of("grep -o -i " + quoted(around + literal + around));
        }
        return Optional.empty();
    }

    private static Optional<Reader> ofDigest(Reproduction way) {
        if (way instanceof Reproduction.Integrity integrity) {
            return Optional.of(
                    new Reader("openssl dgst -" + integrity.algorithm() + " -binary", " | openssl base64 -A"));
        }
        return way instanceof Reproduction.Sum sum ? Reader.of(sum.program()) : Optional.empty();
    }

    /** The place that is to be asked: the machine behind the same name. */
    private static String to(URI url, Optional<Place> place) {
        return place.flatMap(Place::machine)
                .map(machine -> "--connect-to " + quoted(connection(url, machine)) + " ")
                .orElse("");
    }

    /** Empty parts mean the URL's own: a port that is named must be the very one. */
    private static String connection(URI url, Machine machine) {
        String host = machine.host().contains(":") ? "[" + machine.host() + "]" : machine.host();
        return url.getHost() + "::" + host + ":" + machine.port();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
