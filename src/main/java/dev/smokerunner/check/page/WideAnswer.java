package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Bytes;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;

/**
 * Tells whether a call is answered in UTF-16: {@code json()} and {@code text()} of an answer read UTF-8, whatever its first
 * bytes or its headers say (Fetch Standard, 5.3; RFC 8259, 8.1).
 */
final class WideAnswer {
    private WideAnswer() {}

    static boolean is(PageObservation page, BrowserRequest call) {
        return page.asset(call.url())
                .filter(answer -> call.isOk())
                .flatMap(HttpAnswer::whole)
                .map(HttpAnswer.HttpResponse::body)
                .filter(body -> Bytes.startsWith(body, 0xff, 0xfe)
                        || Bytes.startsWith(body, 0xfe, 0xff)
                        || Bytes.isUnmarkedUtf16(body))
                .isPresent();
    }
}
