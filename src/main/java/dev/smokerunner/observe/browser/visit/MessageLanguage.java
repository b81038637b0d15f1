package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.NamedAddresses;
import java.util.List;

/** Knows what one browser's messages mean; no other part reads their words. */
public interface MessageLanguage {
    /**
     * What a message says; empty where its words say nothing that is known.
     *
     * @param text of bounded length
     */
    List<MessageFact> facts(Source source, Level level, String text);

    /** The addresses that stand in a message of bounded length. */
    NamedAddresses named(String text);
}
