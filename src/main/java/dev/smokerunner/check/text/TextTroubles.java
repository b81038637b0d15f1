package dev.smokerunner.check.text;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds text that browsers read by another encoding than it was written in: a page whose server no longer says that it is
 * UTF-8 shows two or three odd characters for each that is not ASCII, and regular expressions in its scripts break.
 */
public final class TextTroubles {
    private TextTroubles() {}

    /**
     * What is wrong with the texts of a page.
     *
     * @param check the name of the check that tells it
     */
    public static List<Detection> of(String check, PageObservation page) {
        Optional<HttpResponse> document = page.document().whole().filter(HttpResponse::isOk);
        if (document.isEmpty() || page.html().value().isEmpty()) {
            return List.of();
        }
        List<WrittenText> texts = WrittenText.of(page, document.get());
        List<Detection> findings = new ArrayList<>(new MisreadTexts(check, page, texts).findings());
        if (findings.isEmpty()) {
            List<WrittenText> all = new ArrayList<>(texts);
            all.addAll(WrittenText.alwaysUtf8(page));
            new DamagedTexts(check, page, all).finding().ifPresent(findings::add);
        }
        return findings;
    }
}
