package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageDifference;
import dev.smokerunner.observation.Rewriting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says how two texts differ: what something on the way made of the same file, or another text.
 *
 * @param language what both are written in
 * @param context the site, for pages
 */
public record TextDifference(Language language, PageContext context) {
    private static final int MOST_CHANGES = 3;
    /** How many characters before the first one that differs are shown. */
    private static final int MOST_BEFORE = 30;

    private static final int SHOWN = 60;

    /**
     * How a text that is served differs from the one that was packaged; their bytes are known to differ.
     *
     * @param packaged the text of the package
     * @param served the text that is served
     */
    public Difference between(String packaged, String served) {
        String own = withoutMark(packaged);
        String other = withoutMark(served);
        if (own.equals(other)) {
            return new Difference(Kind.ENCODING, "the same characters in other bytes", 1);
        }
        if (own.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"))) {
            return new Difference(Kind.LINE_ENDS, "only the ends of lines", 1);
        }
        if (language == Language.PAGE) {
            return ofPages(own, other);
        }
        return language != Language.OTHER && language.spelled(own).equals(language.spelled(other))
                ? new Difference(Kind.WHITE_SPACE, whiteSpace(own, other), 1)
                : new Difference(
                        Kind.CONTENT,
                        firstDifference(own, other),
                        Math.max(Likeness.of(own, other), Likeness.ofEnds(own, other)));
    }

    private Difference ofPages(String own, String other) {
        PageDifference page = PageComparison.between(own, other, context);
        if (!page.isSamePage()) {
            String detail = page.changes().isEmpty() ? firstDifference(own, other) : words(page);
            return new Difference(Kind.CONTENT, detail, Likeness.of(own, other), Optional.of(page));
        }
        if (!page.changes().isEmpty()) {
            return new Difference(Kind.INSERTED, words(page), 1, Optional.of(page));
        }
        boolean isSqueezed = Squeezed.of(own).equals(Squeezed.of(other));
        if (isSqueezed && page.rewritings().isEmpty()) {
            return new Difference(Kind.WHITE_SPACE, whiteSpace(own, other), 1, Optional.of(page));
        }
        Set<Rewriting> rewritings = EnumSet.noneOf(Rewriting.class);
        rewritings.addAll(page.rewritings());
        if (rewritings.isEmpty()) {
            rewritings.add(Rewriting.SPELLING);
        }
        PageDifference spelled = page.with(rewritings);
        return new Difference(Kind.REWRITTEN, words(spelled), 1, Optional.of(spelled));
    }

    private static String words(PageDifference page) {
        Set<String> undone =
                page.rewritings().stream().map(TextDifference::words).collect(Collectors.toCollection(TreeSet::new));
        String changes = page.changes().stream()
                .limit(MOST_CHANGES)
                .map(PageChange::detail)
                .collect(Collectors.joining("; "));
        int more = page.changes().size() - MOST_CHANGES;
        String all = changes + (more > 0 ? "; and " + more + " more" : "");
        return undone.isEmpty() ? all : String.join(", ", undone) + (all.isEmpty() ? "" : "; " + all);
    }

    private static String words(Rewriting rewriting) {
        return switch (rewriting) {
            case SPELLING -> "the same document, spelled otherwise (quotes, order of attributes, end tags, entities)";
            case WHITE_SPACE -> "only white space and comments";
            case ROCKET_LOADER -> "Rocket Loader took over the scripts";
            case MAIL_ADDRESSES -> "mail addresses were obfuscated";
            case HTTPS -> "http: became https: in addresses";
            case NONCE -> "a nonce was put in";
        };
    }

    private static String whiteSpace(String own, String other) {
        int less = own.length() - other.length();
        return "only white space and comments: " + Math.abs(less) + " characters " + (less < 0 ? "more" : "less");
    }

    /** Where two texts part. */
    private static String firstDifference(String own, String other) {
        int at = commonStart(own, other);
        long line = own.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        int start = startOfStatement(own, at);
        String packaged = excerpt(own, start);
        String served = excerpt(other, start);
        boolean isOfSpace = packaged.equals(served);
        return "from line " + line + " on: '" + (isOfSpace ? withSpace(own, start) : packaged) + "' was packaged, '"
                + (isOfSpace ? withSpace(other, start) : served) + "' is served";
    }

    /** Where the statement or line begins that differs, so that people recognise it; not far back. */
    private static int startOfStatement(String text, int at) {
        int start = at;
        while (start > Math.max(0, at - MOST_BEFORE) && "\n{};".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int commonStart(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int at = 0;
        while (at < most && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String excerpt(String text, int at) {
        int end = Math.min(text.length(), at + SHOWN);
        return text.substring(at, end).replaceAll("\\s+", " ").strip();
    }

    /** An excerpt that shows what white space it has, where nothing else differs. */
    private static String withSpace(String text, int at) {
        return text.substring(at, Math.min(text.length(), at + SHOWN))
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
