package dev.smokerunner.check.cause;

import dev.smokerunner.check.cause.Advice.Kinship;
import dev.smokerunner.check.cause.Advice.NearName;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name that was meant by one that is missing, among the names that exist. */
final class NearestName {
    /** More names than this cost more than the hint is worth. */
    private static final int MOST_NAMES = 5_000;

    /** A language as names spell it (BCP 47), and what follows. */
    private static final Pattern LANGUAGE = Pattern.compile("[._-]([a-z]{2})(?:[_-][A-Za-z]{2})?(\\.[^./]+)");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final List<Way> WAYS = List.of(
            new Way(Kinship.CASE, (one, other) -> lowered(one).equals(lowered(other))),
            new Way(Kinship.ENCODING, (one, other) -> decoded(one).equals(decoded(other))),
            new Way(Kinship.SLASHES, (one, other) -> slashed(one).equals(slashed(other))),
            new Way(Kinship.SEPARATORS, (one, other) -> separated(one).equals(separated(other))),
            new Way(Kinship.OTHER_BUILD, NearestName::isOtherBuild),
            new Way(Kinship.LANGUAGE, NearestName::isOtherLanguage),
            new Way(Kinship.MOVED, NearestName::isMoved),
            new Way(Kinship.EXTENSION, NearestName::isOtherExtension));

    private final boolean isPackaged;
    private final Set<String> names;
    /** What scripts name, by the path of the file that is named: the scripts. */
    private final Map<String, Set<URI>> namedBy;

    private NearestName(boolean isPackaged, Set<String> names, Map<String, Set<URI>> namedBy) {
        this.isPackaged = isPackaged;
        this.names = names;
        this.namedBy = namedBy;
    }

    /** The names that are known to exist on a page's site: its package's files, or what was served. */
    static NearestName on(PageView view) {
        PageObservation page = view.observation();
        Optional<PackageContents> contents = page.contents().value();
        Set<String> names = new LinkedHashSet<>();
        if (contents.isPresent()) {
            contents.get().files().forEach(file -> names.add(file.key()));
            return new NearestName(true, names, namedBy(view));
        }
        String host = Requests.host(page.url());
        for (Asset asset : view.assets()) {
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
        return new NearestName(false, names, namedBy(view));
    }

    private static Map<String, Set<URI>> namedBy(PageView view) {
        Map<String, Set<URI>> namedBy = new HashMap<>();
        view.assets().forEach(asset -> asset.references().stream()
                .filter(named -> named.origin() == Reference.Origin.SCRIPT)
                .forEach(named -> namedBy.computeIfAbsent(path(asset.url()), key -> new HashSet<>())
                        .add(named.file())));
        return namedBy;
    }

    /** Whether one script names both: then it needs both, and none is another build of the other. */
    private boolean isBeside(String one, String other) {
        return !Collections.disjoint(namedBy.getOrDefault(one, Set.of()), namedBy.getOrDefault(other, Set.of()));
    }

    /** The nearest name; absent where none is near, or the one that is asked for exists. */
    Optional<NearName> to(URI missing) {
        String wanted = path(missing);
        if (wanted.isEmpty() || names.size() > MOST_NAMES || names.contains(wanted)) {
            return Optional.empty();
        }
        for (Way way : WAYS) {
            List<String> kin = new ArrayList<>();
            names.stream()
                    .filter(name -> way.test().test(wanted, name))
                    .filter(name -> way.kinship() != Kinship.OTHER_BUILD || !isBeside(wanted, name))
                    .forEach(kin::add);
            if (!kin.isEmpty()) {
                kin.sort((one, other) -> Integer.compare(common(wanted, other), common(wanted, one)));
                return Optional.of(new NearName(isPackaged, kin.get(0), way.kinship()));
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

    /** Languages and regions are written with either: {@code en_GB}, {@code en-gb}. */
    private static String separated(String name) {
        return lowered(name).replace('_', '-');
    }

    private static boolean isOtherBuild(String one, String other) {
        FileName name = FileName.of(one);
        FileName otherName = FileName.of(other);
        return name.folder().equals(otherName.folder()) && name.isOtherBuildOf(otherName);
    }

    private static boolean isOtherLanguage(String one, String other) {
        return isWithLanguage(one, other) || isWithLanguage(other, one);
    }

    /** Whether a name is another one with a language, and maybe a region, before its extension. */
    private static boolean isWithLanguage(String plain, String name) {
        int dot = plain.lastIndexOf('.');
        if (dot <= plain.lastIndexOf('/') + 1 || !name.startsWith(plain.substring(0, dot))) {
            return false;
        }
        Matcher rest = LANGUAGE.matcher(name.substring(dot));
        return rest.matches() && rest.group(2).equals(plain.substring(dot)) && LANGUAGES.contains(rest.group(1));
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
    private record Way(Kinship kinship, BiPredicate<String, String> test) {}
}
