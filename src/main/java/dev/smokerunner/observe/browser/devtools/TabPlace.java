package dev.smokerunner.observe.browser.devtools;

/**
 * Where a tab with a profile of its own is in a browser.
 *
 * @param profile the browser's name for the profile
 * @param frame the browser's name for the tab, which is also that of its outermost frame
 * @param session the way to its page
 */
record TabPlace(String profile, String frame, DevToolsSession session) {}
