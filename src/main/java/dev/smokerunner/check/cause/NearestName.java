package dev.smokerunner.check.cause;

import dev.smokerunner.check.asset.Asset;
import dev.smokerunner.check.asset.Assets;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds the name that was meant by one that is missing, among the names that exist. */
final class NearestName {
    /** More names than this cost more than the hint is worth. */
    private static final int MOST_NAMES = 5_000;

    private static final String IN_PACKAGE = "the package has ";
    private static final String ON_SITE = "the site has ";
    private static final List<Kinship> KINSHIPS = List.of(
            new Kinship("differs only in case", (one, other) -> lowered(one).equals(lowered(other))),
            new Kinship("differs only in how characters are encoded", (one, other) -> decoded(one)
                    .equals(decoded(other))),
            new Kinship("differs only in slashes", (one, other) -> slashed(one).equals(slashed(other))),
            new Kinship("is another build of it, with another fingerprint", NearestName::isOtherBuild),
            new Kinship("is the same name in another folder", NearestName::isMoved),
            new Kinship("differs only in its extension", NearestName::isOtherExtension));

    private final String owner;
    private final Set<String> names;

    private NearestName(String owner, Set<String> names) {
        this.owner = owner;
        this.names = names;
    }

    /** The names that are known to exist on a page's site: its package's files, or what was served. */
    static NearestName on(PageObservation page) {
        Optional<PackageContents> contents = page.contents().value();
        Set<String> names = new LinkedHashSet<>();
        if (contents.isPresent()) {
            contents.get().files().forEach(file -> names.add(file.key()));
            return new NearestName(IN_PACKAGE, names);
        }
        String host = Requests.host(page.url());
        for (Asset asset : Assets.of(page)) {
            boolean isServed = asset.served().isPresent()
                    || asset.requests().isEmpty()
                            && asset.answer().filter(NearestName::isFile).isPresent();
            if (isServed && Requests.host(asset.url()).equals(host)) {
                names.add(path(asset.url()));
            }
        }
        // What was asked for on suspicion, and was there.
        page.assets().forEach((url, answer) -> {
            if (isFile(answer) && Requests.host(url).equals(host)) {
                names.add(path(url));
            }
        });
        return new NearestName(ON_SITE, names);
    }

    /** Whether a hint names the nearest name. */
    static boolean isTold(String hint) {
        return hint.startsWith(IN_PACKAGE) || hint.startsWith(ON_SITE);
    }

    /** The nearest name in words; absent where none is near, or the one that is asked for exists. */
    Optional<String> to(URI missing) {
        String wanted = path(missing);
        if (wanted.isEmpty() || names.size() > MOST_NAMES || names.contains(wanted)) {
            return Optional.empty();
        }
        for (Kinship kinship : KINSHIPS) {
            List<String> kin = new ArrayList<>();
            names.stream().filter(name -> kinship.test().test(wanted, name)).forEach(kin::add);
            if (!kin.isEmpty()) {
                kin.sort((one, other) -> Integer.compare(common(wanted, other), common(wanted, one)));
                return Optional.of(owner + Words.line(kin.get(0)) + ", which " + kinship.words());
            }
        }
        return Optional.empty();
    }

    private static boolean isFile(HttpAnswer answer) {
        return answer.isOk()
                && answer.response()
                        .filter(response -> response.body().length() > 0 && !isHtml(response))
                        .isPresent();
    }

    private static boolean isHtml(HttpResponse response) {
        return MediaTypes.isHtml(response.headers().mediaType()) || MediaTypes.looksLikeHtml(response.body());
    }

    /** The path without its first slash, as it is in a package. */
    private static String path(URI url) {
        String path = Optional.ofNullable(url.getRawPath()).orElse("");
        String plain = decodedOnce(path);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    private static String decodedOnce(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String lowered(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String decoded(String name) {
        return Normalizer.normalize(decodedOnce(name).replace('+', ' '), Normalizer.Form.NFC);
    }

    private static String slashed(String name) {
        return name.replace('\\', '/').replaceAll("/+", "/");
    }

    private static boolean isOtherBuild(String one, String other) {
        FileName name = FileName.of(one);
        FileName otherName = FileName.of(other);
        return name.folder().equals(otherName.folder()) && name.isOtherBuildOf(otherName);
    }

    private static boolean isMoved(String one, String other) {
        String file = file(one);
        // A name like index.js says nothing about what is in it.
        boolean isTelling = !FileName.of(file).plain().matches("index|main|app|style|styles|");
        boolean isSameEnd = other.endsWith("/" + one) || one.endsWith("/" + other);
        return file.equals(file(other)) && (isTelling || isSameEnd);
    }

    private static boolean isOtherExtension(String one, String other) {
        return (one + ".js").equals(other)
                || (one + ".css").equals(other)
                || one.replaceFirst("\\.mjs$", ".js").equals(other)
                || one.replaceFirst("\\.js$", ".mjs").equals(other);
    }

    private static String file(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** How many characters two names share at their ends: of two files of one name the one in the nearer folder. */
    private static int common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** One way in which a name can be near to another. */
    private record Kinship(String words, BiPredicate<String, String> test) {}
}
