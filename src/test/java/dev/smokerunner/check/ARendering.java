package dev.smokerunner.check;

import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observation.RenderedPage;
import java.net.URI;
import java.util.List;

/** What a page shows when the browser is done with it. */
public final class ARendering {
    private ARendering() {}

    static RenderedPage of(String title, String text, int objects, boolean onePlainColour) {
        return new RenderedPage(
                APage.URL,
                title,
                text,
                objects,
                20,
                1,
                true,
                "UTF-8",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                false,
                onePlainColour,
                PageOutline.NONE);
    }

    /** Nothing was drawn yet, though there is text. */
    public static RenderedPage unpainted(String text) {
        return new RenderedPage(
                APage.URL,
                "",
                text,
                0,
                20,
                1,
                false,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                false,
                false,
                PageOutline.NONE);
    }

    static RenderedPage empty(URI url) {
        return new RenderedPage(
                url,
                "",
                "",
                0,
                3,
                0,
                true,
                "UTF-8",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                false,
                true,
                PageOutline.NONE);
    }

    static RenderedPage with(RenderedPage page, String encoding, List<String> templateTexts) {
        return copy(page, encoding, page.deadControls(), templateTexts, page.outline());
    }

    static RenderedPage outlined(RenderedPage page, PageOutline outline) {
        return copy(page, page.encoding(), page.deadControls(), page.templateTexts(), outline);
    }

    /** Visible buttons of it do nothing, since their code was refused. */
    public static RenderedPage withDeadControls(RenderedPage page, List<String> deadControls) {
        return copy(page, page.encoding(), deadControls, page.templateTexts(), page.outline());
    }

    private static RenderedPage copy(
            RenderedPage page,
            String encoding,
            List<String> deadControls,
            List<String> templateTexts,
            PageOutline outline) {
        return new RenderedPage(
                page.url(),
                page.title(),
                page.visibleText(),
                page.visibleObjects(),
                page.elements(),
                page.scripts(),
                page.isPainted(),
                encoding,
                page.emptyPictures(),
                page.lostPictures(),
                deadControls,
                templateTexts,
                page.lock(),
                page.isUnderWay(),
                page.onePlainColour(),
                outline);
    }
}
