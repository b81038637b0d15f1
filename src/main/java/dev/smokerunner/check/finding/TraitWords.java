package dev.smokerunner.check.finding;

import dev.smokerunner.check.cause.NameTrait;

/** What names share that fail, in words. */
final class TraitWords {
    private TraitWords() {}

    /** What tells the names from others, behind "the files"; empty where the extension before it says so. */
    static String suchNames(NameTrait trait) {
        return switch (trait) {
            case PERCENT -> " with a percent sign in the name";
            case PLUS -> " with a plus sign in the name";
            case BLANK -> " with a blank in the name";
            case NOT_ASCII -> " with characters in the name that are not ASCII";
            case BRACKET -> " with a bracket in the name";
            case DOT -> " with a name or folder that begins with a dot";
            case UNDERSCORE -> " with a name or folder that begins with an underscore";
            case EXTENSION -> "";
            case CAPITAL -> " with upper case in the name";
        };
    }

    /** What may be behind it. */
    static String cause(NameTrait trait, String extension) {
        return switch (trait) {
            case PERCENT ->
                "a percent sign in an address is %25, and something decodes it once too often or not at all: name the files"
                        + " without";
            case PLUS ->
                "the server reads a plus sign in an address as a blank, as S3 does: write %2B in the page, or name the"
                        + " files without";
            case BLANK -> "the upload or the server cannot deal with blanks in names: name the files without";
            case NOT_ASCII ->
                "the upload or the server spells such characters in another encoding than the page: name the files in ASCII";
            case BRACKET ->
                "a rule of the server, its firewall or the CDN refuses brackets, or the upload stored the names in encoded"
                        + " form: allow %5B and %5D in addresses, and look under which name the files are stored";
            case DOT -> "servers refuse what begins with a dot, and * in a shell leaves it out of an upload";
            case UNDERSCORE ->
                "GitHub Pages (Jekyll) leaves out what begins with an underscore unless there is a file .nojekyll";
            case EXTENSION ->
                "the upload left out what ends in " + (extension.isEmpty() ? "this extension" : extension)
                        + ", or the server refuses it, as IIS does with an extension that it has no MIME type for";
            case CAPITAL ->
                "upper and lower case were lost on the way, as on a file system or in a tool that does not tell them apart:"
                        + " look whether the files are there in lower case";
        };
    }
}
