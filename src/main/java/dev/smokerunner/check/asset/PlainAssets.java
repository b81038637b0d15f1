package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.filename.UrlFingerprint;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds scripts and style sheets without a fingerprint among others that have one: after a release, caches go on serving
 * the old ones. Some have none on purpose: libraries, loaders, and settings that a deployment writes.
 */
final class PlainAssets {
    private static final Kind PLAIN = Kind.cause("fingerprint-missing");

    /** One that looks like a fingerprint may be a word; two of a kind are a tool's work. */
    private static final int FEWEST_OTHERS = 2;
    /**
     * Settings that a deployment writes after the build ({@code env.js} of react-inject-env, {@code runtime-env.js} of
     * runtime-env-cra, {@code config.js} and {@code settings.js} by hand), and the loaders RequireJS and SystemJS under the names
     * of their downloads. Of the 337 tags that the test sites and the real builds are written with, 12 name RequireJS and 4 such
     * settings.
     */
    private static final Pattern ON_PURPOSE =
            Pattern.compile("(^|[-_.])(config|env|settings)([-_.]|$)|^(require|system)$");
    /**
     * Where packages lie as they came: by default of npm, Bower and LibMan ({@code wwwroot/lib}), in a folder that is called
     * after what it holds (12 of the same 337), and where Cloudflare serves scripts of its own, {@code /cdn-cgi/}.
     */
    private static final Pattern FOLDER_ON_PURPOSE =
            Pattern.compile("/(node_modules|bower_components|lib|vendor|cdn-cgi)/");

    private PlainAssets() {}

    /** A finding for each that lacks one. */
    static List<Detection> findings(String check, PageObservation page, List<Asset> assets) {
        Set<URI> tagged = tagged(page);
        Map<Role, List<Asset>> byRole = new LinkedHashMap<>();
        for (Asset asset : assets) {
            if (tagged.contains(asset.url())) {
                byRole.computeIfAbsent(role(asset), role -> new ArrayList<>()).add(asset);
            }
        }
        List<Detection> findings = new ArrayList<>();
        for (List<Asset> alike : byRole.values()) {
            Fingerprinted others = new Fingerprinted(alike);
            alike.stream()
                    .filter(asset -> lacks(asset.url(), others))
                    .forEach(asset -> findings.add(finding(check, asset)));
        }
        return findings;
    }

    /** What a tag of the page loads as code: a name in a style sheet or a script follows rules of its own. */
    private static Set<URI> tagged(PageObservation page) {
        Set<URI> tagged = new HashSet<>();
        for (Reference reference : page.references()) {
            Optional<HtmlElement> element = Locations.element(page, reference);
            boolean isCode = element.filter(Scripts::isCode).isPresent()
                    || reference.role() == Role.STYLE
                            && element.filter(e -> e.name().equals("link")).isPresent();
            if (isCode && reference.firstParty()) {
                reference.url().ifPresent(tagged::add);
            }
        }
        return tagged;
    }

    private static Role role(Asset asset) {
        return asset.role() == Role.MODULE ? Role.SCRIPT : asset.role();
    }

    private static boolean lacks(URI url, Fingerprinted others) {
        boolean isOnPurpose = ON_PURPOSE
                        .matcher(UrlFingerprint.stem(url).toLowerCase(Locale.ROOT))
                        .find()
                || FOLDER_ON_PURPOSE.matcher(url.getPath()).find();
        if (isOnPurpose || UrlFingerprint.isVersioned(url)) {
            return false;
        }
        // Tools that rename write into one folder; what only gets a query stays where it was.
        List<Lengths> besides = List.of(others.inQuery, others.byFolder.getOrDefault(folder(url), new Lengths()));
        return besides.stream().mapToInt(lengths -> lengths.count).sum() >= FEWEST_OTHERS
                && besides.stream()
                        .flatMap(lengths -> lengths.different.stream())
                        .noneMatch(length -> UrlFingerprint.mayHave(url, length));
    }

    private static String folder(URI url) {
        String path = url.getPath();
        return url.getRawAuthority() + path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The fingerprints of alike assets, by where they stand: each asset is compared with them, not with each other one. */
    private static final class Fingerprinted {
        private final Lengths inQuery = new Lengths();
        private final Map<String, Lengths> byFolder = new HashMap<>();

        Fingerprinted(List<Asset> alike) {
            for (Asset asset : alike) {
                UrlFingerprint.ofFile(asset.url()).ifPresent(one -> ofTool(asset.url(), one)
                        .add(one.text().length()));
            }
        }

        private Lengths ofTool(URI url, UrlFingerprint fingerprint) {
            return fingerprint.place() == UrlFingerprint.Place.QUERY
                    ? inQuery
                    : byFolder.computeIfAbsent(folder(url), folder -> new Lengths());
        }
    }

    /** How many fingerprints there are, and how long. */
    private static final class Lengths {
        private final Set<Integer> different = new HashSet<>();
        private int count;

        void add(int length) {
            different.add(length);
            count++;
        }
    }

    private static Detection finding(String check, Asset asset) {
        return asset.detection(check, PLAIN)
                .impact(Severity.SEV4)
                .message(asset.title()
                        + " has no fingerprint, and the others beside it have one: after a release, caches"
                        + " may go on serving the old one")
                .expected("a fingerprint in its name or query")
                .actual("none")
                .hint("the build did not rewrite this tag, or the file is not part of the build")
                .build();
    }
}
