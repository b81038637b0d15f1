package dev.smokerunner.observe.browser;

/**
 * A tab with a profile of its own.
 *
 * @param profile the browser's name for the profile
 * @param frame the browser's name for the tab, which is also that of its outermost frame
 * @param session the way to its page
 */
record Tab(String profile, String frame, DevToolsSession session) {}
