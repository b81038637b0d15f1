package dev.smokerunner.observe.browser;

/**
 * A tab of its own profile.
 *
 * @param userContext the profile
 * @param context the tab
 * @param cdpSession the name under which Chromium's own events come; empty where they do not
 */
record Tab(String userContext, String context, String cdpSession) {}
