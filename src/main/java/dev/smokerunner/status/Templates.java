package dev.smokerunner.status;

import dev.smokerunner.report.HtmlText;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.status.html.IncidentView;
import dev.smokerunner.status.html.JtebadgeGenerated;
import dev.smokerunner.status.html.JteiconGenerated;
import dev.smokerunner.status.html.JteincidentGenerated;
import dev.smokerunner.status.html.JteloginGenerated;
import dev.smokerunner.status.html.JteoverviewGenerated;
import dev.smokerunner.status.html.JtesiteGenerated;
import dev.smokerunner.status.html.OverviewView;
import dev.smokerunner.status.html.SiteView;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Writes pages and pictures. */
// The library takes null for "nothing to intercept", and does not say so in its types.
@SuppressWarnings("NullAway")
final class Templates {
    private Templates() {}

    static String overview(OverviewView view) {
        return written(out -> JteoverviewGenerated.render(out, null, view));
    }

    static String site(SiteView view) {
        return written(out -> JtesiteGenerated.render(out, null, view));
    }

    static String incident(IncidentView view) {
        return written(out -> JteincidentGenerated.render(out, null, view));
    }

    /**
     * The form to log in.
     *
     * @param problem why the last try came to nothing; empty where there was none
     */
    static String login(String problem) {
        return written(out -> JteloginGenerated.render(out, null, problem));
    }

    /**
     * A small picture that says how a site is.
     *
     * @param name what it is called, in words that may be hostile
     */
    static String badge(String name, String state, Rating rating) {
        return written(out -> JtebadgeGenerated.render(out, null, HtmlText.text(name), state, rating));
    }

    /** The picture in the tab of a browser. */
    static String icon(Rating rating) {
        return written(out -> JteiconGenerated.render(out, null, rating));
    }

    private static String written(Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
