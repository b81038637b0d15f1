package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.NamedAddresses;
import java.util.ArrayList;
import java.util.List;

/** What the messages of Chromium mean. Their texts are of bounded length. */
public final class ChromiumMessages {
    private ChromiumMessages() {}

    /** What a message says. */
    public static List<MessageFact> facts(Source source, String text) {
        List<MessageFact> facts = new ArrayList<>(ErrorReader.read(text));
        if (source == Source.EXCEPTION) {
            facts.add(ThrownText.fact(text));
            facts.addAll(SyntaxReader.read(text));
        }
        return facts;
    }

    /** The addresses that stand in a message. */
    public static NamedAddresses named(String text) {
        return AddressReader.read(text);
    }
}
