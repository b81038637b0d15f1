package dev.smokerunner.observe.browser.firefox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Firefox shows instead of a page, by its address. */
public enum ErrorPage {
    /** Nothing: it is the page. */
    NONE,
    /** The page could not be loaded. */
    FAILURE,
    /** The process of the page ended. */
    CRASH;

    private static final Pattern CODE = Pattern.compile("[?&]e=([A-Za-z0-9]{1,60})");

    /** Firefox's name for what went wrong, of the address of a page about it. */
    public static String code(String url) {
        Matcher code = CODE.matcher(url);
        return code.find() ? code.group(1) : "";
    }

    /** Which page is at an address. */
    public static ErrorPage of(String url) {
        if (url.startsWith("about:tabcrashed")) {
            return CRASH;
        }
        return url.startsWith("about:neterror")
                        || url.startsWith("about:certerror")
                        || url.startsWith("about:httpsonlyerror")
                        || url.startsWith("about:blocked")
                        || url.startsWith("about:restartrequired")
                ? FAILURE
                : NONE;
    }
}
