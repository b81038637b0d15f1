package dev.smokerunner.observe.browser.bidi;

/**
 * Where a tab with a profile of its own is in a browser.
 *
 * @param profile the browser's name for the profile
 * @param context the browser's name for the tab
 * @param collector the browser's name for the answers that it keeps for us
 */
record TabPlace(String profile, String context, String collector) {}
