package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;

/**
 * Tells whether an empty file was probably empty in its source, so that nobody notices.
 *
 * <p>A fingerprint was made of content: its file is no such. Otherwise a style sheet beside others that have rules, or a
 * module that only other modules import, and of which they miss nothing: that would throw.
 */
final class EmptySource {
    private EmptySource() {}

    static boolean isLikely(Asset asset) {
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
