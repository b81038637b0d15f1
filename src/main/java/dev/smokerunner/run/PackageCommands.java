package dev.smokerunner.run;

import dev.smokerunner.check.finding.Commands;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.serving.ProxyRule;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes commands that reproduce a finding work for a package as well: its server is gone when the run is over, so they look
 * at the files instead.
 */
final class PackageCommands implements Commands {
    /** What {@code unzip} reads as a pattern in a name. */
    private static final Pattern GLOB = Pattern.compile("[\\[\\]*?\\\\]");

    private static final String QUOTE = "'\\''";

    private final String path;
    private final List<ProxyRule> proxy;
    private final boolean isZip;
    private final URI served;
    private final CurlCommands curl = new CurlCommands();

    PackageCommands(Target.Package files, URI base) {
        this.path = files.path().toString();
        this.proxy = ProxyRule.of(files.proxy());
        this.isZip = Files.isRegularFile(files.path());
        this.served = base;
    }

    @Override
    public String of(Reproduction way) {
        String url = way.url().toString();
        String base = served.toString();
        if (!url.startsWith(base)) {
            return curl.of(way);
        }
        String asked = url.substring(base.length());
        return elsewhere("/" + asked)
                .map(address -> curl.of(way, address))
                .orElseGet(() -> ofFile(way, key(decoded(asked.split("[?#]", 2)[0]))));
    }

    private String ofFile(Reproduction way, String key) {
        Optional<CurlCommands.Reader> reader = CurlCommands.reader(way);
        if (isZip) {
            String zipped = quoted(path) + " " + quoted(GLOB.matcher(key).replaceAll("\\\\$0"));
            return reader.map(read -> "unzip -p " + zipped + " | " + read.program() + read.rest())
                    .orElse("unzip -l " + zipped);
        }
        String file = quoted(path + "/" + key);
        return reader.map(read -> read.program() + " " + file + read.rest()).orElse("ls -l " + file);
    }

    /** Where a request goes that the package does not answer itself. */
    private Optional<String> elsewhere(String asked) {
        String[] parts = asked.split("[?]", 2);
        Optional<String> query = parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
        return proxy.stream()
                .filter(rule -> rule.matches(parts[0]))
                .findFirst()
                .map(rule -> rule.told(parts[0], query));
    }

    /** A dash at the beginning would be read as an option. */
    private static String quoted(String text) {
        return "'" + (text.startsWith("-") ? "./" : "") + text.replace("'", QUOTE) + "'";
    }

    /** The file's name: a URL spells blanks and other characters in another way. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String key(String path) {
        return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    }
}
