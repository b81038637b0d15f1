package dev.smokerunner.check.host;

import dev.smokerunner.check.host.HostMention.How;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the hosts that stand with a scheme in the texts of a page's own code and data: each once for a file. */
final class HostTexts {
    /** JSON and minifiers may write {@code /} as {@code \/}. */
    private static final Pattern URL =
            Pattern.compile("(?i)\\b(?:https?|wss?):\\\\?/\\\\?/([a-z0-9._-]{1,253}(?::\\d{1,5})?)");

    private static final Set<Role> READ =
            EnumSet.of(Role.SCRIPT, Role.MODULE, Role.WORKER, Role.JSON, Role.MANIFEST, Role.STYLE);

    private final List<HostMention> mentions = new ArrayList<>();

    private HostTexts() {}

    /** The mentions in inline code first, then those in files. */
    static List<HostMention> of(PageView page) {
        HostTexts texts = new HostTexts();
        page.observation().html().value().ifPresent(texts::seeInline);
        for (Asset asset : page.assets()) {
            if (READ.contains(asset.role())) {
                asset.answer()
                        .flatMap(HttpAnswer::whole)
                        .filter(response -> response.isOk()
                                && !MediaTypes.isHtml(response.headers().mediaType()))
                        .map(HttpAnswer.HttpResponse::body)
                        .map(Body::text)
                        .ifPresent(text -> texts.see(text, asset.url(), Optional.empty()));
            }
        }
        return texts.mentions;
    }

    private void seeInline(HtmlDocument html) {
        for (HtmlElement element : html.elements()) {
            if (element.name().equals("script") && !element.inert()) {
                Location where = Locations.of(html, element.startTag().start(), element.tag());
                see(element.text(), html.url(), Optional.of(where));
            }
        }
    }

    private void see(String text, URI file, Optional<Location> where) {
        Set<String> seen = new HashSet<>();
        Matcher url = URL.matcher(text);
        while (url.find()) {
            String authority = url.group(1).toLowerCase(Locale.ROOT);
            if (seen.add(authority)) {
                String what = where.isPresent() ? "code in the page names" : Locations.file(file) + " names";
                mentions.add(new HostMention(
                        Origins.host(authority),
                        authority,
                        url.group().replace("\\", ""),
                        How.IN_TEXT,
                        what,
                        file,
                        () -> where));
            }
        }
    }
}
