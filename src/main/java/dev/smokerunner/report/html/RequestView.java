package dev.smokerunner.report.html;

/**
 * One request.
 *
 * @param rating how it ended
 * @param address where it went
 * @param kind what it was for
 * @param answer the status, or why there is none
 * @param size of the body
 * @param time how long it took
 * @param when it began and ended, in words
 * @param start where its bar begins, in thousandths of the width
 * @param length how long its bar is
 */
public record RequestView(
        Rating rating,
        String address,
        String kind,
        String answer,
        String size,
        String time,
        String when,
        int start,
        int length) {}
