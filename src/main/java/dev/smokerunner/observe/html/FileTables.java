package dev.smokerunner.observe.html;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which build tools write lists of a deployment's files. What such a file holds is known by its shape; the
 * name only decides whether it is worth a request.
 */
public final class FileTables {
    /** Angular's service worker; its list lies beside it, and its registration is code whose address is a variable. */
    private static final Pattern WORKER = Pattern.compile("(?:.*/)?ngsw-worker\\.js");
    /**
     * Angular ({@code ngsw.json}), .NET ({@code blazor.boot.json}), create-react-app and webpack-manifest-plugin
     * ({@code asset-manifest.json}, {@code manifest.json}), webpack-assets-manifest ({@code assets-manifest.json}),
     * assets-webpack-plugin ({@code webpack-assets.json}), Symfony's Encore ({@code entrypoints.json}).
     */
    private static final Pattern TABLE =
            Pattern.compile("(?:.*/)?(?:ngsw|blazor\\.boot|[\\w.-]*manifest|webpack-assets|entrypoints)\\.json");
    /** Angular's worker adds a number against caches to the address of its list. */
    private static final Pattern OF_WORKER = Pattern.compile("((?:\\./)?ngsw\\.json)(?:\\?.*)?");

    private FileTables() {}

    /** Whether a path or address without query is that of a list. */
    public static boolean isTable(String path) {
        return TABLE.matcher(path).matches();
    }

    /** Whether a text names a worker that has such a list beside it. */
    public static boolean isWorker(String address) {
        return WORKER.matcher(address).matches();
    }

    /** The list that lies beside a worker, if it is one that has such a list. */
    public static Optional<URI> besideWorker(URI worker) {
        return isWorker(String.valueOf(worker.getPath())) ? Optional.of(worker.resolve("ngsw.json")) : Optional.empty();
    }

    /** The list of Angular's worker, where a text in the worker begins with its address. */
    public static Optional<String> ofWorker(String text) {
        Matcher matcher = OF_WORKER.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
