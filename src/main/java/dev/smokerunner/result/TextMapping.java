package dev.smokerunner.result;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Applies an operation to texts wherever a record keeps them.
 *
 * @param operation what makes of each text another one, e.g. takes secrets out
 */
public record TextMapping(UnaryOperator<String> operation) {
    /** A text, mapped. */
    public String of(String text) {
        return operation.apply(text);
    }

    /** A text that may be absent, mapped. */
    public Optional<String> of(Optional<String> text) {
        return text.map(operation);
    }

    /** Texts, mapped. */
    public List<String> of(List<String> texts) {
        return texts.stream().map(operation).toList();
    }

    /** URLs, mapped. */
    public List<URI> ofUrls(List<URI> urls) {
        return urls.stream().map(this::of).toList();
    }

    /** A URL stays a URL: asterisks are escaped, and what is none any more is kept as one opaque text. */
    public URI of(URI url) {
        String text = url.toString();
        String mapped = of(text);
        if (mapped.equals(text)) {
            return url;
        }
        try {
            return new URI(mapped.replace("***", "%2A%2A%2A"));
        } catch (URISyntaxException e) {
            return URI.create("redacted:" + URLEncoder.encode(mapped, StandardCharsets.UTF_8));
        }
    }
}
