package dev.smokerunner.check.host;

import dev.smokerunner.check.host.HostMention.How;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects where a page names hosts: in its tags, rules and forms, and by what the browser asked for. */
final class HostMentions {
    /** What pages send or show whether anybody answers or not. */
    private static final Set<Kind> TRYING = EnumSet.of(Kind.BEACON, Kind.STREAM, Kind.FRAME);

    private static final Set<String> SENDING = Set.of("action", "formaction");
    private static final Pattern URL_START = Pattern.compile("(?i)\\s*(?:https?:)?//([^/?#\\s\"']{1,300})");

    private final PageObservation page;
    private final List<HostMention> mentions = new ArrayList<>();

    private HostMentions(PageObservation page) {
        this.page = page;
    }

    /** The mentions, written ones first, each in source order. */
    static List<HostMention> of(PageObservation page) {
        HostMentions mentions = new HostMentions(page);
        page.references().forEach(mentions::see);
        page.html().value().ifPresent(mentions::seeForms);
        Requests.of(page).forEach(mentions::see);
        return mentions.mentions;
    }

    private void see(Reference reference) {
        if (reference.origin() == Reference.Origin.BROWSER) {
            return;
        }
        How how = reference.origin() == Reference.Origin.SCRIPT ? How.IN_TEXT : How.WRITTEN;
        String raw = reference.raw().strip();
        boolean isFile = raw.regionMatches(true, 0, "file:", 0, 5);
        Supplier<Optional<Location>> where = () -> Locations.of(page, reference);
        if (isFile) {
            mentions.add(new HostMention(
                    HostMention.FILE, HostMention.FILE, raw, how, noun(reference), reference.file(), where));
        } else {
            reference.url().ifPresent(url -> add(url, how, noun(reference), reference.file(), where));
        }
    }

    private static String noun(Reference reference) {
        return switch (reference.origin()) {
            case HTML -> "the page's HTML names the " + reference.role().label();
            case CSS -> "a style sheet names the " + reference.role().label();
            case TABLE -> "a list of files names the " + reference.role().label();
            case SCRIPT, BROWSER -> "a script names";
        };
    }

    private void seeForms(HtmlDocument html) {
        for (Tag tag : html.markup().tags()) {
            for (RawAttribute attribute : tag.attributes()) {
                String name = attribute.name().toLowerCase(Locale.ROOT);
                boolean isTarget = SENDING.contains(name)
                        && Set.of("form", "button", "input").contains(tag.name());
                Matcher url = URL_START.matcher(attribute.value());
                if (isTarget && attribute.isClosed() && url.lookingAt()) {
                    String excerpt = html.source().substring(tag.start(), tag.end());
                    String authority = withoutUser(url.group(1));
                    mentions.add(new HostMention(
                            Origins.host(authority),
                            authority,
                            attribute.value().strip(),
                            How.WRITTEN,
                            "a form is sent to",
                            html.url(),
                            () -> Optional.of(Locations.of(html, tag.start(), excerpt))));
                }
            }
        }
    }

    private void see(BrowserRequest request) {
        if (request.kind() == Kind.DOCUMENT) {
            return;
        }
        String what = request.kind().isOfScript() ? "the page calls" : "the browser loads";
        add(request.url(), how(request), what, page.url(), Optional::empty);
        for (Redirect hop : request.redirects()) {
            add(hop.to(), how(request), "a redirect leads to", page.url(), Optional::empty);
        }
    }

    private How how(BrowserRequest request) {
        boolean isOwn = !request.inFrame()
                && request.initiator()
                        .flatMap(HostMentions::hostOf)
                        .filter(host -> !page.ownSite().hasHost(host))
                        .isEmpty();
        if (!isOwn || TRYING.contains(request.kind())) {
            return How.TRIED;
        }
        return request.kind() == Kind.CALL ? How.CALLED : How.LOADED;
    }

    private static Optional<String> hostOf(String initiator) {
        Matcher url = URL_START.matcher(initiator);
        return url.lookingAt() ? Optional.of(Origins.host(withoutUser(url.group(1)))) : Optional.empty();
    }

    private void add(URI url, How how, String what, URI file, Supplier<Optional<Location>> where) {
        if (url.getRawAuthority() != null) {
            String authority = withoutUser(url.getRawAuthority());
            mentions.add(new HostMention(Origins.host(authority), authority, url.toString(), how, what, file, where));
        }
    }

    private static String withoutUser(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
