package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.Mentions.Mention;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Finds the icons that a web app manifest names. */
public final class ManifestReferences {
    private ManifestReferences() {}

    /**
     * The icons of a manifest; none where it is no JSON.
     *
     * @param manifestUrl where it came from; the icons are relative to it
     * @param text its text
     * @param firstParty whether a URL belongs to the page's own site
     */
    public static List<Reference> of(URI manifestUrl, String text, Predicate<URI> firstParty) {
        Mentions mentions = new Mentions(manifestUrl, firstParty);
        for (JsonNode icon : ImportMap.parse(text).path("icons")) {
            JsonNode src = icon.path("src");
            if (src.isString()) {
                mentions.add(new Mention(src.stringValue(), Role.ICON, Origin.HTML, Optional.empty(), icon.toString()));
            }
        }
        return mentions.all();
    }
}
