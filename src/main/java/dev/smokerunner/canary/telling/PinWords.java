package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.Culprit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a culprit is kept out, in words. */
final class PinWords {
    private PinWords() {}

    static String hint(Culprit culprit) {
        String name = culprit.blamed().name();
        String pin = "\"" + name + "\": \"" + culprit.lastGood() + "\"";
        return culprit.blamed().isDirect()
                ? "ask for " + pin + " in package.json, without ~ or ^, until a newer version works"
                : "put " + pin + " into " + culprit.pinsBelow() + " of package.json ("
                        + String.join(" needs ", culprit.way()) + "), until a newer version works";
    }

    static String pins(Map<String, String> pins) {
        List<String> words = new TreeMap<>(pins)
                .entrySet().stream()
                        .map(pin -> pin.getKey() + " " + pin.getValue())
                        .toList();
        return words.isEmpty() ? "no pin" : String.join(", ", words) + " pinned";
    }
}
