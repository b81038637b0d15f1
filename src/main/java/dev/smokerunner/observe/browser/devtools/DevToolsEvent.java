package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;

/**
 * Something that the browser reports without being asked.
 *
 * @param session the way to the target in which it happened, or to the browser as a whole
 * @param method the event's name, e.g. {@code Network.responseReceived}
 * @param params what happened
 */
record DevToolsEvent(DevToolsSession session, String method, Fields params) {}
