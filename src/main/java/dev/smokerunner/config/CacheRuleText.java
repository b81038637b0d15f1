package dev.smokerunner.config;

import dev.smokerunner.expectation.CacheRule;
import dev.smokerunner.expectation.CacheRule.Comparison;
import dev.smokerunner.expectation.CacheRule.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cache rules as people write them in configs: {@code max-age<=300}, {@code max-age>=31536000, immutable}. */
final class CacheRuleText {
    private static final Pattern SIGN = Pattern.compile("\\s*(<=|>=|<|>|=)\\s*");
    private static final Pattern CONDITION = Pattern.compile("([a-z-]+)(?:(<=|>=|<|>|=)([0-9]{1,12}))?");

    /** The directives that RFC 9111, RFC 5861 and RFC 8246 give an answer. */
    private static final List<String> WITH_SECONDS =
            List.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");

    private static final List<String> ALONE = List.of(
            "no-cache",
            "no-store",
            "immutable",
            "private",
            "public",
            "must-revalidate",
            "proxy-revalidate",
            "no-transform",
            "must-understand");

    private CacheRuleText() {}

    /**
     * The rule that a text says.
     *
     * @throws IllegalArgumentException if it says none; the message is what is expected
     */
    static CacheRule parse(String text) {
        String tight = SIGN.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("$1");
        List<Condition> conditions = Arrays.stream(tight.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(CacheRuleText::condition)
                .toList();
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("conditions such as max-age<=300 or no-cache");
        }
        return new CacheRule(text.strip(), conditions);
    }

    private static Condition condition(String part) {
        Matcher form = CONDITION.matcher(part);
        if (!form.matches()) {
            throw new IllegalArgumentException("conditions such as max-age<=300 or no-cache, with commas between them ("
                    + Quoted.quoted(part) + " is none)");
        }
        String directive = form.group(1);
        boolean isCompared = form.group(2) != null;
        if (WITH_SECONDS.contains(directive) && !isCompared) {
            throw new IllegalArgumentException(
                    "a number of seconds for " + directive + ", such as " + directive + "<=300");
        }
        if (ALONE.contains(directive) && isCompared) {
            throw new IllegalArgumentException(directive + " alone, without a number");
        }
        return isCompared && WITH_SECONDS.contains(directive)
                ? new Condition(directive, comparison(form.group(2)), Long.parseLong(form.group(3)))
                : new Condition(known(directive), Comparison.PRESENT, 0);
    }

    private static String known(String directive) {
        if (!ALONE.contains(directive)) {
            List<String> all = new ArrayList<>(WITH_SECONDS);
            all.addAll(ALONE);
            throw new IllegalArgumentException("the directives " + String.join(", ", all) + " ("
                    + Quoted.quoted(directive) + " is none" + Nearest.hint(directive, all) + ")");
        }
        return directive;
    }

    private static Comparison comparison(String sign) {
        return Arrays.stream(Comparison.values())
                .filter(one -> one.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }
}
