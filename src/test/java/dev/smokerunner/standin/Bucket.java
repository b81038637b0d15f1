package dev.smokerunner.standin;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A bucket of the object store, and what it shows to visitors who may read but not list it.
 *
 * <p>For visitors, a folder is its {@code index.html} and a missing key is 403, as S3 says to whoever may not know which keys
 * there are.
 */
public final class Bucket implements Place, AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final Answer DENIED = new Answer(
            403,
            Map.of("content-type", "application/xml"),
            "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
                    .getBytes(StandardCharsets.UTF_8));

    private final String name;
    private final URI store;
    private final Relay website;

    private Bucket(String name) throws IOException {
        this.name = name;
        this.store = ObjectStore.url().resolve("/" + name + "/");
        Answer.to("PUT", ObjectStore.url().resolve("/" + name)).orFail("create the bucket " + name);
        this.website = Relay.start(path -> {
            Answer answer = Answer.to("GET", address(path.endsWith("/") ? path + "index.html" : path));
            return answer.status() == 404 ? DENIED : answer;
        });
    }

    /**
     * An empty bucket.
     *
     * @param name the beginning of its name; a number makes it unique in this JVM
     */
    public static Bucket create(String name) throws IOException {
        return new Bucket(name + "-" + COUNT.incrementAndGet());
    }

    /** The endpoint of the store, for clients of S3; it takes every credential. */
    public static URI endpoint() {
        return ObjectStore.url();
    }

    /** The endpoint of a store that takes only requests with the signature of {@code nobody}, whose secret is {@code nothing}. */
    public static URI guardedEndpoint() {
        return ObjectStore.guarded();
    }

    /** Its address for clients of S3, without a slash at the end. */
    public String s3() {
        return "s3://" + name;
    }

    /** What visitors are shown: the origin of a CDN. */
    @Override
    public URI url() {
        return website.url();
    }

    /** Uploads a release with care: types by extension, pages last, nothing deleted. */
    public void upload(Path release) throws IOException {
        upload(release, Upload.withCare());
    }

    /**
     * Uploads a release.
     *
     * @param release a directory or a zip
     * @param upload how it is done
     */
    public void upload(Path release, Upload upload) throws IOException {
        upload.run(release, this);
    }

    /** Writes one object, with the header fields that the store keeps with it. */
    public void put(String key, byte[] bytes, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(addressOf(key)).PUT(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        Answer.to(request).orFail("upload " + key);
    }

    /** Deletes one object. */
    public void delete(String key) {
        Answer.to("DELETE", addressOf(key)).orFail("delete " + key);
    }

    /** All keys, sorted. A thousand at most, as S3 lists them. */
    public List<String> keys() {
        String listing = Answer.to("GET", store).orFail("list " + name).text();
        return KEY.matcher(listing).results().map(key -> key.group(1)).sorted().toList();
    }

    /** A key may have characters that no URL has. */
    private URI addressOf(String key) {
        try {
            return address(new URI(null, null, "/" + key, null).getRawPath());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no key: " + key, e);
        }
    }

    private URI address(String path) {
        return store.resolve(path.substring(1));
    }

    @Override
    public void close() {
        website.close();
    }
}
