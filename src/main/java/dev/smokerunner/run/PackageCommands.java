package dev.smokerunner.run;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.target.ProxyRule;
import dev.smokerunner.target.Target;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes commands that reproduce a finding work for a package as well: its server is gone when the run is over, so they look
 * at the files instead.
 */
final class PackageCommands {
    private static final Pattern PIPED_INTO =
            Pattern.compile("\\| (sed -n '[^']*'|(?:head|tail) -c \\d+|grep -o -i '[^']*'|(?:md5|sha1|sha256)sum"
                    + "|openssl dgst -\\w+ -binary)( \\| openssl base64 -A)?$");

    /** What {@code unzip} reads as a pattern in a name. */
    private static final Pattern GLOB = Pattern.compile("[\\[\\]*?\\\\]");

    private static final String QUOTE = "'\\''";

    private final String path;
    private final List<ProxyRule> proxy;
    private final boolean isZip;
    private final String served;

    private PackageCommands(Target.Package files, URI base) {
        this.path = files.path().toString();
        this.proxy = ProxyRule.of(files.proxy());
        this.isZip = Files.isRegularFile(files.path());
        this.served = "'" + base;
    }

    /** The same results with commands that still work after a run of this target. */
    static CheckResult lasting(CheckResult result, Target target, URI base) {
        if (!(target instanceof Target.Package files)) {
            return result;
        }
        PackageCommands commands = new PackageCommands(files, base);
        return new CheckResult(
                result.check(),
                result.subjects(),
                result.findings().stream().map(commands::lasting).toList(),
                result.outcome(),
                result.reason());
    }

    private Finding lasting(Finding finding) {
        FindingBuilder same = finding.toBuilder();
        finding.reproduce().flatMap(this::onFiles).ifPresent(same::reproduce);
        return same.build();
    }

    private Optional<String> onFiles(String command) {
        int start = command.indexOf(served);
        if (start < 0) {
            return Optional.empty();
        }
        String asked = unquoted(command, start + served.length());
        Optional<String> elsewhere = elsewhere("/" + asked);
        if (elsewhere.isPresent()) {
            return elsewhere.map(address -> command.replace(served + asked, "'" + address));
        }
        String key = key(decoded(asked.split("[?#]", 2)[0]));
        Matcher piped = PIPED_INTO.matcher(command);
        boolean isPiped = piped.find();
        if (isZip) {
            String zipped = quoted(path) + " " + quoted(GLOB.matcher(key).replaceAll("\\\\$0"));
            return Optional.of(isPiped ? "unzip -p " + zipped + " " + piped.group() : "unzip -l " + zipped);
        }
        String file = quoted(path + "/" + key);
        return Optional.of(
                isPiped
                        ? piped.group(1) + " " + file
                                + Optional.ofNullable(piped.group(2)).orElse("")
                        : "ls -l " + file);
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

    /** The text up to the quote that ends it; a quote within it is written {@code '\\''}. No pattern: names may be long. */
    private static String unquoted(String command, int from) {
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < command.length() && (command.charAt(at) != '\'' || command.startsWith(QUOTE, at))) {
            text.append(command.charAt(at));
            at += command.charAt(at) == '\'' ? QUOTE.length() : 1;
        }
        return text.toString();
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
