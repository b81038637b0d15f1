package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds drawings that {@code <use>} takes from a file which is there and does not have them, as after a build that left them
 * out or renamed them: browsers draw nothing then, and say nothing. One finding for a file.
 */
final class MissingSymbols {
    private static final Kind MISSING = Kind.cause("drawing-missing");
    private static final int MOST = 10;
    private static final Pattern USE = Pattern.compile("<use\\s", Pattern.CASE_INSENSITIVE);

    private static final Pattern ID = Pattern.compile("\\bid\\s?=\\s?[\"']([^\"']*)[\"']");

    private MissingSymbols() {}

    /** Of a file that was read whole; only what {@code <use>} names is read for its ids. */
    static Optional<Detection> of(String check, Asset asset) {
        List<String> wanted = asset.references().stream()
                .flatMap(reference -> id(reference).stream())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return asset.answer()
                .flatMap(HttpAnswer::whole)
                .filter(response -> response.isOk() && !response.body().isCut())
                .filter(response -> !MediaTypes.isHtml(response.headers().mediaType()))
                .map(response -> missing(response.body().text(), wanted))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> finding(check, asset, missing));
    }

    private static List<String> missing(String drawings, List<String> wanted) {
        Set<String> there =
                ID.matcher(drawings).results().map(id -> id.group(1)).collect(Collectors.toSet());
        return wanted.stream().filter(id -> !there.contains(id)).limit(MOST).toList();
    }

    private static Detection finding(String check, Asset asset, List<String> missing) {
        String names = Format.line(String.join(", ", missing), 200);
        return asset.detection(check, MISSING)
                .message("the page draws by <use> what " + asset.url() + " does not have: " + names)
                .expected("an element with that id in the file")
                .actual("none with the id " + names)
                .hint("compare the names with those in the file: page and drawings must be of one build")
                .build();
    }

    /** What {@code <use>} takes from a file: the part of the address after the {@code #}. */
    private static Optional<String> id(Reference reference) {
        int mark = reference.raw().indexOf('#');
        return Optional.of(reference)
                .filter(one -> one.origin() == Reference.Origin.HTML
                        && USE.matcher(one.excerpt()).lookingAt())
                .map(one -> mark < 0 ? "" : one.raw().substring(mark + 1).strip())
                .filter(id -> !id.isEmpty() && id.indexOf('%') < 0);
    }
}
