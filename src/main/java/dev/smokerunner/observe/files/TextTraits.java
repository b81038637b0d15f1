package dev.smokerunner.observe.files;

import dev.smokerunner.observation.PackageContents.Trait;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from a file's text what it is. */
final class TextTraits {
    /** How much of a file that is no text for pages is looked at, in bytes. */
    static final int START = 4096;

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("^-----BEGIN [A-Z ]{0,20}PRIVATE KEY", Pattern.MULTILINE);
    /** An address with a name and a password or token in it, but none that stands for one ({@code $TOKEN}, {@code <password>}). */
    private static final Pattern CREDENTIALS =
            Pattern.compile("\\bhttps?://[^\\s/:@\"'<>${}]{1,100}:[^\\s/:@\"'<>${}%*]{1,300}@[\\w.-]+");

    private static final Pattern NODE = Pattern.compile(
            "^#!|\\bmodule\\.exports\\b|^exports\\.\\w|^['\"]use strict['\"];\\s?exports\\."
                    + "|^(?:const|var|let) [\\w{}, ]{1,200}= ?require\\(",
            Pattern.MULTILINE);
    /** What code says that also runs in browsers, or only there. */
    private static final List<String> OF_BROWSERS =
            List.of("define.amd", "window", "document", "globalThis", "self.", "this,function", "typeof exports");

    /** What bundlers make of a picture that is an entry of its own: {@code (()=>{var a="./icon-3F9A.png"})();}. */
    private static final Pattern ADDRESS =
            Pattern.compile("^\\s*(?:\\(\\(\\)\\s?=>\\s?\\{|\\(function\\s?\\(\\)\\s?\\{)?\\s*"
                    + "(?:(?:var|let|const)\\s+[\\w$]+\\s*=|export default)\\s*[\"'`][^\"'`\\n]{1,300}[\"'`]\\s*;?"
                    + "\\s*(?:\\}\\)\\(\\);?|export\\s*\\{[^}]{0,80}\\};?)?\\s*(?://#[^\\n]{0,300}\\s*)?$");

    private static final int LONGEST_ADDRESS = 1000;

    private TextTraits() {}

    static Set<Trait> ofScript(String text) {
        if (text.length() < LONGEST_ADDRESS && ADDRESS.matcher(text).matches()) {
            return Set.of(Trait.ADDRESS);
        }
        boolean isNode = NODE.matcher(text).find() && OF_BROWSERS.stream().noneMatch(text::contains);
        return isNode ? Set.of(Trait.NODE_CODE) : Set.of();
    }

    static Set<Trait> ofOther(String start) {
        if (PRIVATE_KEY.matcher(start).find()) {
            return Set.of(Trait.PRIVATE_KEY);
        }
        return CREDENTIALS.matcher(start).find() ? Set.of(Trait.CREDENTIALS) : Set.of();
    }
}
