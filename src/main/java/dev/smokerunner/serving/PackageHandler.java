package dev.smokerunner.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Leads a request to the proxy or to the files, if it is meant for this server at all. */
final class PackageHandler implements HttpHandler {
    private final Set<String> hosts;
    private final Optional<ProxyHandler> proxy;
    private final FileHandler files;

    PackageHandler(int port, Optional<ProxyHandler> proxy, FileHandler files) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.proxy = proxy;
        this.files = files;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = rawPath(exchange.getRequestURI());
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        Optional<ProxyRule> rule = proxy.flatMap(handler -> handler.rule(path));
        if (!hosts.contains(host)) {
            // A page of another site whose name was pointed here must not read the package.
            ShortResponses.text(exchange, 403, "This server answers for 127.0.0.1 only.\n");
        } else if (rule.isPresent()) {
            proxy.get().pass(exchange, rule.get(), path);
        } else {
            files.handle(exchange, path);
        }
        // Not after an exception: the server then cuts the connection, and half an answer does not look like a whole
        // one.
        exchange.close();
    }

    /** The path as it was sent; a leading double slash is a part of it and names no host. */
    private static String rawPath(URI request) {
        String path = Optional.ofNullable(request.getRawPath()).orElse("/");
        boolean doubleSlash = request.getScheme() == null && request.getRawAuthority() != null;
        return doubleSlash ? "//" + request.getRawAuthority() + path : path;
    }
}
