package dev.smokerunner.monitor;

import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of a round that changed something: its result, its report in one file, and the first page's picture. */
final class Evidence {
    private Evidence() {}

    static Map<String, byte[]> of(SmokeResult result) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("result.json", text("json", result));
        files.put("index.html", text("html-single", result));
        result.pages().stream()
                .map(PageResult::screenshot)
                .flatMap(picture -> picture.stream())
                .findFirst()
                .ifPresent(picture -> files.put("screenshot.png", picture.png()));
        return files;
    }

    private static byte[] text(String format, SmokeResult result) {
        return ReportText.of(format, result).getBytes(StandardCharsets.UTF_8);
    }
}
