package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Blocking;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A frame in the page's own HTML that is refused: by the page's own policy, or by the page that it should show.
 *
 * @param reference what names it
 * @param tag its tag
 */
record RefusedFrame(Reference reference, HtmlElement tag) {
    private static final Pattern HIDDEN = Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    /** Lengths, in points, of what nobody is meant to see. */
    private static final Pattern NOTHING = Pattern.compile("\\s*[01](?:px)?\\s*");

    /** The first of that address; of a frame the browser names the origin alone. */
    static Optional<RefusedFrame> of(PageObservation page, Blocking refusal, URI url) {
        return page.references().stream()
                .filter(one -> (refusal.isFor("frame-src") || refusal.rule() == BlockingRule.FRAME)
                        && one.role() == Role.DOCUMENT)
                .filter(one -> one.origin() == Reference.Origin.HTML)
                .filter(one ->
                        one.url().filter(named -> Origins.isSame(named, url)).isPresent())
                .flatMap(one -> Locations.element(page, one).map(tag -> new RefusedFrame(one, tag)).stream())
                .findFirst();
    }

    /** Whether visitors see an empty box in its place: frames of statistics are hidden, or of one point. */
    boolean takesRoom() {
        boolean isHidden = tag.attribute("hidden").isPresent()
                || tag.attribute("style")
                        .filter(style -> HIDDEN.matcher(style).find())
                        .isPresent();
        return !isHidden
                && Stream.of("width", "height")
                        .flatMap(side -> tag.attribute(side).stream())
                        .noneMatch(length -> NOTHING.matcher(length).matches());
    }
}
