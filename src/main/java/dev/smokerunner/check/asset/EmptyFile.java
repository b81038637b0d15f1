package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells an empty file that lost its bytes from one that has none by right. */
final class EmptyFile {
    /**
     * What stands for no bytes at all in a name: the start of each digest, since tools cut them. The last two are what tools make
     * of no bytes and more; without them a new project with an empty style sheet has a file that is damaged.
     */
    private static final Pattern DIGEST_OF_NOTHING = Pattern.compile("[.-](?:"
            + "(?i:31d6cfe0[0-9a-f]*" // MD4, the default of webpack 4 and 5
            + "|d41d8cd9[0-9a-f]*" // MD5
            + "|da39a3ee[0-9a-f]*" // SHA-1
            + "|e3b0c442[0-9a-f]*" // SHA-256
            + "|ef46db37[0-9a-f]*)" // xxHash64, which webpack offers instead of MD4
            + "|47DEQpj8[\\w-]*" // SHA-256 in base64 for URLs
            + "|tn0RQdqM" // an empty style sheet built with Vite 5 to 7 (7.3.8 does; 8.4.0 writes no such file)
            + "|5INURTSO" // an empty style sheet of a new project built with Angular's esbuild builder
            + ")\\.");

    private EmptyFile() {}

    /** Whether something is wrong with it: a file of its kind has bytes, and its name does not say that it had none when built. */
    static boolean isFlaw(Asset asset) {
        // An empty picture is how servers answer beacons, unless it is called a picture file.
        boolean isPictureFile = asset.role() == Role.IMAGE
                && asset.url().getPath().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|webp|avif|svg)");
        return !wasBuiltEmpty(asset.url())
                && (BodyDamage.TEXTS.contains(asset.role()) || asset.role() == Role.FONT || isPictureFile);
    }

    /** Whether its name carries the digest of nothing. */
    static boolean wasBuiltEmpty(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return DIGEST_OF_NOTHING
                .matcher(path.substring(path.lastIndexOf('/') + 1))
                .find();
    }

    /**
     * Whether it was probably empty in its source, so that nobody notices.
     *
     * <p>A fingerprint was made of content: its file is no such. Otherwise a style sheet beside others that have rules, or a
     * module that only other modules import, and of which they miss nothing: that would throw.
     */
    static boolean isLikelyOfSource(Asset asset) {
        boolean hasFingerprint =
                FileName.ofAddress(asset.url().toString()).fingerprint().isPresent();
        return !hasFingerprint && (isOneOfSeveralStyles(asset) || isOnlyImported(asset));
    }

    private static boolean isOneOfSeveralStyles(Asset asset) {
        return asset.role() == Role.STYLE
                && asset.observation().references().stream()
                        .filter(reference -> reference.role() == Role.STYLE && reference.firstParty())
                        .flatMap(reference -> reference.url().stream())
                        .filter(url -> !url.equals(asset.url()))
                        .flatMap(url -> asset.observation().asset(url).flatMap(HttpAnswer::whole).stream())
                        .filter(HttpResponse::isOk)
                        .anyMatch(response -> response.body().length() > 0);
    }

    private static boolean isOnlyImported(Asset asset) {
        return asset.role() == Role.MODULE
                && !asset.references().isEmpty()
                && asset.references().stream().noneMatch(reference -> reference.origin() == Reference.Origin.HTML);
    }
}
