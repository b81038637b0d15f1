package dev.smokerunner.check.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place of a template that a step of the build or of the container's start should have filled in.
 *
 * @param text it as it stands there, e.g. <code>${API_URL}</code>
 * @param name the name of its value
 */
public record Placeholder(String text, String name) {
    /** What findings have in common that are about values which were never filled in. */
    public static final String FAULT = "a placeholder";

    /**
     * How envsubst, Helm, Maven, Azure DevOps, Create React App and templates of many languages write one. The name of an
     * environment's value follows; what only looks like it, such as a message of a translation, has another.
     */
    private static final Pattern MARK = Pattern.compile("\\$\\{\\s*([A-Za-z_][\\w.-]*)[^{}\\n]{0,40}\\}"
            + "|\\$\\(([A-Za-z_][\\w.]*)\\)"
            + "|#\\{\\s*([A-Za-z_][\\w.]*)\\s*\\}#?"
            + "|\\{\\{-?\\s*(\\.?[A-Za-z_$][\\w.$]*)[^{}\\n]{0,60}\\}\\}"
            + "|<%[=-]?\\s*([A-Za-z_][\\w.]*)[^%\\n]{0,60}%>"
            + "|%([A-Z][A-Z0-9_]{2,})%"
            + "|__([A-Z][A-Z0-9_]*[A-Z0-9])__"
            // No name of somebody at a host.
            + "|@@?([A-Za-z][\\w.]*)@@?(?!\\w)");
    /** What shells fill in as well, where it is a whole value or begins one. */
    private static final Pattern BARE = Pattern.compile("\\$([A-Z][A-Z0-9_]{2,})(?![\\w])");
    /** Names as environments have them, paths into values, and what addresses and keys are called. */
    private static final String WORDS = "\\w*(?i:url|uri|host|key|token|endpoint|domain|version|env|port|dsn)";

    private static final Pattern OF_AN_ENVIRONMENT = Pattern.compile("[A-Z][A-Z0-9_]{2,}|\\.?\\w+(\\.\\w+)+|" + WORDS);
    /** Between underscores also stand names of one word that code itself uses. */
    private static final Pattern OF_UNDERSCORES = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)+|" + WORDS);
    /**
     * What texts for developers and administrators name: the values that systems have (POSIX, 8.3, Other Environment
     * Variables; Windows, Recognized environment variables) and those of languages (PHP, Magic constants; C, 6.10.8).
     */
    private static final Set<String> OF_SYSTEMS = Set.of(
            "HOME",
            "LANG",
            "LOGNAME",
            "PATH",
            "PWD",
            "SHELL",
            "TERM",
            "TMPDIR",
            "USER",
            "ALLUSERSPROFILE",
            "APPDATA",
            "COMPUTERNAME",
            "COMSPEC",
            "HOMEDRIVE",
            "HOMEPATH",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "PROGRAMFILES",
            "SYSTEMDRIVE",
            "SYSTEMROOT",
            "TEMP",
            "TMP",
            "USERDOMAIN",
            "USERNAME",
            "USERPROFILE",
            "WINDIR",
            "FILE",
            "LINE",
            "DIR",
            "FUNCTION",
            "CLASS",
            "METHOD",
            "NAMESPACE",
            "TRAIT",
            "DATE",
            "TIME");

    /** What code makes of a value that it does not have. */
    private static final Pattern NO_VALUE =
            Pattern.compile("(?:^|/|//|\\.)(undefined|\\[object Object\\]|NaN|null)(?:[/.:]|$)");

    /** The first that names a value of an environment. */
    static Optional<Placeholder> in(String text) {
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            Placeholder found = of(mark);
            if (found.isOfAnEnvironment()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The one that a text consists of, whatever its name is. */
    static Optional<Placeholder> filling(String text) {
        Matcher mark = MARK.matcher(text.strip());
        return mark.matches()
                ? Optional.of(of(mark)).filter(found -> !OF_SYSTEMS.contains(found.name))
                : Optional.empty();
    }

    /** The one that a value of a configuration is, or begins with, or has for its host. */
    static Optional<Placeholder> ofValue(String value) {
        String start = value.strip().replaceFirst("^\\w{2,6}://", "");
        for (Pattern pattern : List.of(MARK, BARE)) {
            Matcher mark = pattern.matcher(start);
            boolean isMeant = mark.lookingAt()
                    && of(mark).isOfAnEnvironment()
                    && (mark.end() == start.length() || "/:.?-".indexOf(start.charAt(mark.end())) >= 0);
            if (isMeant) {
                return Optional.of(of(mark));
            }
        }
        return Optional.empty();
    }

    /** The one in the host or path of an address that something asked for; what a query holds may be data. */
    public static Optional<Placeholder> inAddress(String url) {
        String path = decoded(url.split("[?#]", 2)[0].replaceFirst("^\\w+://", ""));
        String host = path.split("/", 2)[0].toUpperCase(Locale.ROOT);
        Matcher bare = BARE.matcher(host + " " + path);
        Matcher missing = NO_VALUE.matcher(path);
        // Hosts are asked for in lower case.
        return in(path).or(() -> in(host))
                .or(() -> bare.find() ? Optional.of(of(bare)) : Optional.empty())
                .or(() -> missing.find()
                        ? Optional.of(new Placeholder(missing.group(1), missing.group(1)))
                        : Optional.empty());
    }

    private boolean isOfAnEnvironment() {
        Pattern names = text.startsWith("__") ? OF_UNDERSCORES : OF_AN_ENVIRONMENT;
        return names.matcher(name).matches() && !OF_SYSTEMS.contains(name);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException isNoEscape) {
            // A percent sign of its own, as in %PUBLIC_URL%.
            return path;
        }
    }

    private static Placeholder of(Matcher mark) {
        List<String> names = new ArrayList<>();
        for (int group = 1; group <= mark.groupCount(); group++) {
            if (mark.group(group) != null) {
                names.add(mark.group(group));
            }
        }
        return new Placeholder(mark.group(), names.get(0));
    }
}
