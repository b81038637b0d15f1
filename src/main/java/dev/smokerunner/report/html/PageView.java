package dev.smokerunner.report.html;

import java.util.List;

/**
 * One page, as one browser saw it. What there is not is empty.
 *
 * @param id its name within the report
 * @param rating of its state
 * @param isOpen whether its details are shown at once
 * @param state in one word
 * @param address the page, and the browser where there are several
 * @param summary status, time and requests
 * @param link the page itself
 * @param pictures what it looked like
 * @param pictureNote why there is none, or where it is
 * @param pictureLink where it is
 * @param facts its timings
 * @param remarks what was waited for
 * @param requests what the browser asked for
 */
public record PageView(
        String id,
        Rating rating,
        boolean isOpen,
        String state,
        String address,
        String summary,
        String link,
        List<PictureView> pictures,
        String pictureNote,
        String pictureLink,
        List<Fact> facts,
        List<String> remarks,
        WaterfallView requests) {}
