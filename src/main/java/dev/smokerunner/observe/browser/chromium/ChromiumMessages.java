package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedSocket;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.NamedAddresses;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedEvaluation;
import dev.smokerunner.observe.browser.visit.MessageLanguage;
import dev.smokerunner.observe.browser.wording.AddressReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the messages of Chromium mean. Their texts are of bounded length. */
public final class ChromiumMessages implements MessageLanguage {
    /** Chromium files refusals of modules and of cross-origin calls under "javascript". */
    private static final Pattern REFUSAL = Pattern.compile("CORS policy|MIME type|module script");

    /** Chromium 156, where the page did not close it itself before it was open. */
    private static final Pattern SOCKET = Pattern.compile("^WebSocket connection to '(wss?://[^']{1,2000})' failed: "
            + "((?:Error during|Error in connection|Connection closed before).{0,300})");

    /** Who said what stands in the browser's log under a name. */
    public static Source source(String name, String text) {
        return switch (name) {
            case "security" -> Source.SECURITY;
            case "network" -> Source.NETWORK;
            default -> REFUSAL.matcher(text).find() ? Source.SECURITY : Source.OTHER;
        };
    }

    @Override
    public List<MessageFact> facts(Source source, Level level, String text) {
        List<MessageFact> facts = new ArrayList<>(ErrorReader.read(text));
        switch (source) {
            case EXCEPTION -> {
                facts.add(ThrownText.fact(text));
                facts.addAll(SyntaxReader.read(text));
            }
            case EVALUATION ->
                facts.add(new RefusedEvaluation(
                        Optional.of(text).filter(name -> !name.isEmpty()).map(PolicyDirective::new)));
            case PARSER -> facts.add(new UnparsedText(UnparsedText.What.SCRIPT));
            case SECURITY, OTHER -> addOfBrowser(facts, source, level, text);
            case NETWORK -> socket(text).ifPresent(facts::add);
            case CONSOLE -> {
                // The page's own words.
            }
        }
        if (level == Level.ERROR && source != Source.NETWORK) {
            FileReader.type(text, source == Source.SECURITY || source == Source.OTHER)
                    .forEach(facts::add);
        }
        return facts;
    }

    /** What else the network says, the requests say more exactly. */
    private static Optional<MessageFact> socket(String text) {
        Matcher socket = SOCKET.matcher(text);
        return socket.find()
                ? Optional.of(new FailedSocket(socket.group(1), new Quote(socket.group(2))))
                : Optional.empty();
    }

    private static void addOfBrowser(List<MessageFact> facts, Source source, Level level, String text) {
        FileReader.integrity(text).forEach(facts::add);
        if (source == Source.OTHER) {
            FileReader.font(text).forEach(facts::add);
        }
        if (level == Level.ERROR) {
            RefusalReader.addresses(text).forEach(facts::add);
            RefusalReader.swallowed(text).forEach(facts::add);
        }
        if (level == Level.ERROR && source == Source.SECURITY) {
            RefusalReader.inline(text).forEach(facts::add);
            FileReader.digest(text).forEach(facts::add);
        }
    }

    @Override
    public NamedAddresses named(String text) {
        return AddressReader.read(text);
    }
}
