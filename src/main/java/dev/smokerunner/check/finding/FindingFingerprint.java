package dev.smokerunner.check.finding;

import dev.smokerunner.check.cause.Cause;
import dev.smokerunner.check.cause.Sharing;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.digest.Sha256;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.MessageFact.MissedCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A short text that is the same for the same cause in every run: on any page and port, after a build with other hashes in the
 * names of files, and however it is worded.
 *
 * <p>It is the kind and a digest of what the cause is about, without what changes from build to build or from run to run.
 */
final class FindingFingerprint {
    /** Twelve digits: among a million causes two alike are less likely than one in 500. */
    private static final int DIGITS = 12;

    private static final Pattern URL = Pattern.compile("https?://[^\\s'\"<>()]+");
    /** What is made anew by each build or answer: digests of integrity attributes, nonces of policies. */
    private static final Pattern MADE_ANEW =
            Pattern.compile("sha(256|384|512)-[A-Za-z0-9+/=_-]+|(?i:nonce)=(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    /** The names of files in a tag or a text. */
    private static final Pattern FILE = Pattern.compile("[\\w@~+.-]+\\.[A-Za-z][\\w]{0,9}\\b");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private FindingFingerprint() {}

    static String of(Cause cause) {
        Detection found = cause.detection();
        String subject = cause.sharing()
                .filter(Sharing::isFolder)
                .map(sharing -> "folder " + address(found.page(), sharing.common()))
                .or(() -> cause.sharing()
                        .map(sharing ->
                                sharing.common().isEmpty() ? "names " + sharing.trait() : "type " + sharing.common()))
                .or(() -> cause.parts().size() > 1 ? Optional.of("several") : Optional.empty())
                .orElseGet(() -> subject(found));
        return found.kind().name() + ":" + digest(found.check() + "\n" + found.kind() + "\n" + subject);
    }

    private static String subject(Detection found) {
        Subject subject = found.subject();
        if (subject instanceof Subject.Url url) {
            return address(found.page(), url.url().toString());
        }
        if (subject instanceof Subject.Code code) {
            String error = found.error().map(said -> error(found.page(), said)).orElse("");
            return address(found.page(), code.file()) + " " + error;
        }
        if (subject instanceof Subject.Tag || subject instanceof Subject.PackageFile) {
            return text(found.page(), subject.text());
        }
        return subject.text();
    }

    /** What an error is about: browsers say the same in other words, so a name that code misses counts for more than those. */
    private static String error(URI page, BrowserMessage said) {
        return said.facts(MissedCode.class)
                .flatMap(missed -> missed.name().map(name -> missed.what() + " " + name).stream())
                .findFirst()
                .orElseGet(() -> text(page, said.quote().text()));
    }

    /** An address without what changes: of the page's own site without the host, always without port and values of a query. */
    private static String address(URI page, String address) {
        try {
            URI url = new URI(address);
            boolean isOwn = url.getHost() == null || url.getHost().equals(page.getHost());
            String names = Optional.ofNullable(url.getRawQuery())
                    .map(query -> Arrays.stream(query.split("&"))
                            .map(pair -> pair.split("=", 2)[0])
                            .collect(Collectors.joining("&", "?", "")))
                    .orElse("");
            return (isOwn ? "" : url.getHost())
                    + path(Optional.ofNullable(url.getRawPath()).orElse(""))
                    + names;
        } catch (URISyntaxException noAddress) {
            return path(address);
        }
    }

    private static String path(String path) {
        return FileName.of(path).acrossBuilds();
    }

    private static String text(URI page, String text) {
        String steady = MADE_ANEW.matcher(text).replaceAll("");
        String plain = URL.matcher(steady).replaceAll(match -> quoted(address(page, match.group())));
        String named = FILE.matcher(plain).replaceAll(match -> quoted(path(match.group())));
        return NUMBER.matcher(named).replaceAll("0");
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private static String digest(String text) {
        return Sha256.hex(text).substring(0, DIGITS);
    }
}
