package dev.smokerunner.standin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A CDN before an origin: a real Varnish, told by its {@link CdnSetup} how long it keeps what.
 *
 * <p>Each answer says by {@code X-Cache} whether it was a {@code HIT} or a {@code MISS}, and by {@code Age} how long the CDN
 * had it. Two of them before one bucket are two edges that know nothing of each other.
 */
public final class Cdn implements Place, AutoCloseable {
    private final Varnish varnish;
    private final Optional<Relay> optimiser;

    private Cdn(Varnish varnish, Optional<Relay> optimiser) {
        this.varnish = varnish;
        this.optimiser = optimiser;
    }

    /** One before an origin that keeps pages two minutes, assets a day and errors ten seconds, and changes no byte. */
    public static CdnSetup before(Place origin) {
        return new CdnSetup(origin);
    }

    static Cdn start(CdnSetup setup) throws IOException {
        Path varnishd = Tool.VARNISHD.require();
        Optional<Relay> optimiser = setup.optimiser();
        try {
            int port = optimiser.map(Relay::url).orElse(setup.origin().url()).getPort();
            return new Cdn(Varnish.start(varnishd, setup.address(), setup.program(port)), optimiser);
        } catch (IOException e) {
            optimiser.ifPresent(Relay::close);
            throw e;
        }
    }

    @Override
    public URI url() {
        return varnish.url();
    }

    /** Its host and port, as a config's {@code edges} name it. */
    public String authority() {
        return url().getAuthority();
    }

    /** Lets it forget one path. A folder and its {@code index.html} are one. */
    public void purge(String path) {
        Answer.to("PURGE", url().resolve(path)).orFail("purge " + path);
    }

    /** Lets it forget everything. */
    public void purgeAll() throws IOException {
        varnish.say("ban req.url ~ .");
    }

    @Override
    public void close() {
        varnish.close();
        optimiser.ifPresent(Relay::close);
    }
}
