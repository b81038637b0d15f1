package dev.smokerunner.check.view;

import java.util.regex.Pattern;

/** Knows by its name a file that has no place on a server: secrets, what tools and systems leave behind, source maps. */
public final class UnwantedNames {
    private static final Pattern SECRET =
            Pattern.compile("(^|/)(\\.env(\\.(?!example|sample|template|dist|defaults)[\\w.-]+)?"
                    + "|\\.htpasswd|\\.pgpass|id_(rsa|dsa|ecdsa|ed25519)|[^/]+\\.(p12|pfx|jks|keystore|ppk)"
                    + "|\\.(aws|ssh)/[^/]+)$");
    private static final Pattern CLUTTER =
            Pattern.compile("(^|/)(\\.git|\\.svn|\\.hg|node_modules|bower_components|\\.idea|\\.vscode|__MACOSX)/"
                    + "|(^|/)(\\.npmrc|\\.yarnrc|\\.netrc|\\.DS_Store|Thumbs\\.db|desktop\\.ini|npm-debug\\.log[^/]*)$"
                    + "|\\.(pem|swp|orig|rej|bak)$");

    /**
     * What hosts read from the root of what is uploaded, and do not serve: Netlify and Cloudflare Pages ({@code _headers},
     * {@code _redirects}, {@code _routes.json}, {@code _worker.js}), Azure, Vercel, GitHub Pages, Apache, IIS.
     */
    private static final Pattern FOR_THE_HOST = Pattern.compile(
            "_headers|_redirects|_routes\\.json|_worker\\.js|netlify\\.toml"
                    + "|staticwebapp\\.config\\.json|vercel\\.json|CNAME|\\.nojekyll|(.*/)?\\.htaccess|(.*/)?web\\.config");

    private UnwantedNames() {}

    /** Whether no page can need a file of this name. */
    public static boolean isUnwanted(String key) {
        return isSecret(key) || isClutter(key) || isSourceMap(key) || isForTheHost(key);
    }

    /** Whether it tells the host how to serve the others, and is mostly not served itself. */
    public static boolean isForTheHost(String key) {
        return FOR_THE_HOST.matcher(key).matches();
    }

    /** Whether files of this name hold passwords or keys. */
    public static boolean isSecret(String key) {
        return SECRET.matcher(key).find();
    }

    /** Whether it is of a tool or a system, and tells about the inside of the project. */
    public static boolean isClutter(String key) {
        return CLUTTER.matcher(key).find();
    }

    /** Whether it leads whoever asks for it to the source. */
    public static boolean isSourceMap(String key) {
        return key.endsWith(".map");
    }
}
