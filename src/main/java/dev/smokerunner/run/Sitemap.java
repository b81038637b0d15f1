package dev.smokerunner.run;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that a live site's {@code /sitemap.xml} names: see sitemaps.org. */
public final class Sitemap {
    /** A sitemap may have 50,000; who takes ten pages needs no more to choose from. */
    private static final int MOST = 1000;

    private static final Pattern PLACE = Pattern.compile("<loc>\\s*+([^<\\s]{1,2048})\\s*+</loc>");

    private Sitemap() {}

    /** The pages, in their order; none where there is no sitemap, and for a package, whose sitemap names other addresses. */
    public static List<URI> of(SmokePlan plan, LocalSystem system) {
        if (!(plan.target() instanceof Target.LiveSite site)) {
            return List.of();
        }
        HttpOptions options = HttpOptions.of(site.url())
                .with(plan.firstBrowser().headers(), plan.firstBrowser().basicAuth())
                .as(plan.firstBrowser().screen().userAgent());
        try (HttpFetcher http = new HttpFetcher(options, system.environment(), system.sleeper())) {
            HttpAnswer answer =
                    http.ask(site.url().resolve("/sitemap.xml"), Role.OTHER).join();
            return Optional.of(answer).filter(HttpAnswer::isOk).flatMap(HttpAnswer::whole).stream()
                    .flatMap(response -> places(response.body().text()))
                    .toList();
        }
    }

    static Stream<URI> places(String xml) {
        return PLACE.matcher(xml)
                .results()
                .limit(MOST)
                .map(place -> place.group(1).replace("&amp;", "&"))
                .flatMap(place -> uri(place).stream());
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
