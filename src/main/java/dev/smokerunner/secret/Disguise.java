package dev.smokerunner.secret;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts other signs in the place of what may be private: as many as there were, so that places in a text stay right, and for
 * the same value always the same, so that two addresses stay two. Not safe for use by several threads.
 */
public final class Disguise {
    /** Characters: fewer tell nobody anything, and there are not enough others in their place. */
    private static final int FEWEST = 4;

    /** Characters from which a value is hidden wherever it stands, and not only where it was found. */
    private static final int UNIQUE = 8;

    /** Values that are looked for everywhere: no page needs more, and a hostile one may have any number. */
    private static final int MOST = 5000;

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private static final String VALUE = "([A-Za-z0-9%._~+/=*!:-]{4,})";

    /** The names of fields whose value is private in whatever text it stands. */
    private static final String TELLING =
            "[\\w.-]{0,40}(?:token|secret|passw|pwd|session|sess_?id|auth|credential|signature|api_?key|access_?key|jwt|csrf"
                    + "|xsrf|e-?mail|phone|ticket|saml|hdnts)[\\w.-]{0,40}";

    /** Those of parameters: some say so only in a URL. */
    private static final String PARAMETER = TELLING + "|sid|sig|otp|code|state|user|username|login|uid|cid|policy";

    private static final Pattern TELLING_NAME = Pattern.compile("(?i)(?:" + PARAMETER + ")");

    /** What is private by its shape; the group is the value. */
    private static final Map<Pattern, Kind> SHAPES = shapes();

    private final Map<String, String> masks = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    /** The longest first: else a value that contains another would leave its rest behind. */
    private final SortedMap<String, String> everywhere =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<Kind, Integer> hidden = new EnumMap<>(Kind.class);
    private final Set<Kind> shown;
    private int next = 1;

    /**
     * Hides nothing yet but what has a shape of its own.
     *
     * @param shown what is not hidden
     */
    public Disguise(Set<Kind> shown) {
        this.shown = Set.copyOf(shown);
    }

    /** What is hidden, in the words in which it is told. */
    public enum Kind {
        /** A value of a cookie. */
        COOKIE("cookies"),
        /** A password, a token, a key: by its name, its header field or its shape. */
        CREDENTIAL("credentials"),
        /** The part of an e-mail address before the at sign. */
        EMAIL("e-mail addresses"),
        /** A value of a URL's query. */
        QUERY("query values"),
        /** A folder of the machine. */
        FOLDER("folders");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words, for several of them. */
        public String words() {
            return words;
        }
    }

    private static Map<Pattern, Kind> shapes() {
        Map<Pattern, Kind> shapes = new LinkedHashMap<>();
        shapes.put(Pattern.compile("://([^/\\s\"'<>@?#]+)@"), Kind.CREDENTIAL);
        shapes.put(
                Pattern.compile("(?i)\\b(?:bearer|basic)\\s+(?=\\S*[0-9=])([A-Za-z0-9._~+/-]{8,}=*)"), Kind.CREDENTIAL);
        // Tokens of JWT, GitHub, Slack, Stripe, AWS and Google, which have a beginning of their own.
        shapes.put(Pattern.compile("\\b(eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?)"), Kind.CREDENTIAL);
        shapes.put(
                Pattern.compile(
                        "\\b((?:gh[pousr]_|github_pat_|xox[abeprs]-|[sr]k_(?:live|test)_|AKIA|ASIA|AIza)[\\w-]{12,})"),
                Kind.CREDENTIAL);
        shapes.put(Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----([^-]{8,})-----END"), Kind.CREDENTIAL);
        shapes.put(Pattern.compile("(?i)(?:[?&;#]|&amp;|\\\\u0026)(?:" + PARAMETER + ")=" + VALUE), Kind.QUERY);
        shapes.put(
                Pattern.compile("(?i)[\"'](?:" + TELLING + ")[\"']\\s*:\\s*[\"']([^\"'\\\\\\s]{4,})[\"']"),
                Kind.CREDENTIAL);
        // <meta name="csrf-token" content="…"> and <input name="password" value="…">
        shapes.put(
                Pattern.compile("(?i)name=[\"']?(?:" + TELLING
                        + ")[\"']?\\s[^<>]{0,200}?(?:content|value)=[\"']?([^\"'<>\\s]{4,})"),
                Kind.CREDENTIAL);
        // Not logo@2x.png and not react@18.2.0/umd/react.js.
        shapes.put(
                Pattern.compile(
                        "(?i)(?<!//)(?<![\\w.+%-])([\\w.+-]+)(?:@|%40)(?!\\d+(?:\\.\\d|x))(?:[a-z0-9-]{1,63}\\.){1,8}"
                                + "(?!(?:png|jpe?g|gif|svg|webp|avif|m?js|css|map|json|html?|woff2?|ttf)\\b)[a-z]{2,}"),
                Kind.EMAIL);
        return shapes;
    }

    /** Whether a parameter or field of this name holds what is private, whatever the value looks like. */
    public static boolean isTelling(String name) {
        return TELLING_NAME.matcher(name).matches();
    }

    /**
     * Hides a value from now on: behind this start, and on its own too where it looks like nothing else could.
     *
     * @param start what stands before it, e.g. {@code sid=}; empty hides it wherever it stands
     */
    public void hide(Kind kind, String start, String value) {
        if (value.length() >= FEWEST && !shown.contains(kind)) {
            replace(start + value, start + mask(kind, value));
            if (isUnique(value)) {
                replace(value, mask(kind, value));
            }
        }
    }

    /** Hides the names of the folders of a path, whose slashes stay. */
    public void hideFolder(String path) {
        if (!shown.contains(Kind.FOLDER) && LETTER.matcher(path).find() && path.length() >= FEWEST) {
            if (!everywhere.containsKey(path)) {
                hidden.merge(Kind.FOLDER, 1, Integer::sum);
            }
            replace(path, path.replaceAll("[^/\\\\:]", "x"));
        }
    }

    /** The text without what may be private. */
    public String apply(String text) {
        String clean = text;
        for (Map.Entry<String, String> value : everywhere.entrySet()) {
            clean = clean.replace(value.getKey(), value.getValue());
        }
        for (Map.Entry<Pattern, Kind> shape : SHAPES.entrySet()) {
            clean = withoutShape(clean, shape.getKey(), shape.getValue());
        }
        return clean;
    }

    /** How many different values of each kind were hidden, in the order of the kinds. */
    public Map<Kind, Integer> hidden() {
        return new EnumMap<>(hidden);
    }

    private String withoutShape(String text, Pattern shape, Kind kind) {
        Matcher found = shape.matcher(text);
        if (!found.find()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        do {
            String value = found.group(1);
            if (isWorthHiding(kind, value)) {
                clean.replace(found.start(1), found.end(1), mask(kind, value));
                if (isUnique(value)) {
                    replace(value, mask(kind, value));
                }
            }
        } while (found.find());
        return clean.toString();
    }

    private boolean isWorthHiding(Kind kind, String value) {
        return !shown.contains(kind) && (kind == Kind.EMAIL || value.length() >= FEWEST) && !made.contains(value);
    }

    private static boolean isUnique(String value) {
        return value.length() >= UNIQUE
                && LETTER.matcher(value).find()
                && DIGIT.matcher(value).find();
    }

    private void replace(String value, String mask) {
        if (everywhere.size() < MOST) {
            everywhere.putIfAbsent(value, mask);
        }
    }

    private String mask(Kind kind, String value) {
        String known = masks.get(value);
        if (known != null) {
            return known;
        }
        hidden.merge(kind, 1, Integer::sum);
        String number = Integer.toString(next++, Character.MAX_RADIX);
        String mask = "x".repeat(Math.max(0, value.length() - number.length()))
                + number.substring(Math.max(0, number.length() - value.length()));
        masks.put(value, mask);
        made.add(mask);
        return mask;
    }
}
