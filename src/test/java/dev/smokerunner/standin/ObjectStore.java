package dev.smokerunner.standin;

import java.net.URI;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/**
 * An S3 server in memory, one for the whole JVM because its first start takes seconds.
 *
 * <p>It takes every credential, but for a second one, which refuses what is not signed with the one that it knows. It differs from S3 in this: a missing key is 404 for a reader who may not list the bucket,
 * and an object without a type gets one by its extension. {@link Bucket} sets both right.
 */
final class ObjectStore {
    /** Held, or the level is forgotten with the logger. */
    private static final Logger LOG = Logger.getLogger("org.gaul");

    private static final ObjectStore ONLY = new ObjectStore(AuthenticationType.NONE);

    static final String IDENTITY = "nobody";
    static final String SECRET = "nothing";

    private final URI url;

    private ObjectStore(AuthenticationType authentication) {
        LOG.setLevel(Level.WARNING);
        S3Proxy server = S3Proxy.builder()
                .blobStore(BlobStores.create("transient", new Properties()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(
                        authentication,
                        authentication == AuthenticationType.NONE ? null : IDENTITY,
                        authentication == AuthenticationType.NONE ? null : SECRET)
                .ignoreUnknownHeaders(true)
                .build();
        start(server);
        url = URI.create("http://127.0.0.1:" + server.getPort() + "/");
    }

    // S3Proxy declares that its start may throw anything.
    @SuppressWarnings("IllegalCatch")
    private static void start(S3Proxy server) {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the object store of the tests did not start", e);
        }
    }

    /** The endpoint for clients of S3. */
    static URI url() {
        return ONLY.url;
    }

    /** The endpoint of one that checks signatures. */
    static URI guarded() {
        return Guarded.ONLY.url;
    }

    /** Started by the first who asks for it. */
    private static final class Guarded {
        private static final ObjectStore ONLY = new ObjectStore(AuthenticationType.AWS_V2_OR_V4);
    }
}
