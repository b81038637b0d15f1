package dev.smokerunner.check;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import java.net.URI;
import java.util.Optional;

/** What a file of a page names. */
final class AReference {
    private static final SourceRange SOMEWHERE = new SourceRange(10, 20, 2, 3);

    private AReference() {}

    static Reference inStyleSheet(Role role, String address, Reference.Origin origin) {
        return named(role, address, origin, "css/site.css", "url(" + address + ")", Demands.NONE);
    }

    static Reference inScript(Role role, String address, Demands demands) {
        return named(role, address, Reference.Origin.SCRIPT, "js/app.js", address, demands);
    }

    static Reference listed(Role role, String address, String list, Demands demands) {
        return named(role, address, Reference.Origin.TABLE, list, address, demands);
    }

    static Reference ofTag(Role role, String raw, String tag, int start) {
        return new Reference(
                raw,
                Optional.of(APage.URL.resolve(raw.split("#", 2)[0])),
                role,
                true,
                Reference.Origin.HTML,
                APage.URL,
                Optional.of(new SourceRange(start, start + tag.length(), 1, 1)),
                tag);
    }

    private static Reference named(
            Role role, String address, Reference.Origin origin, String file, String excerpt, Demands demands) {
        URI target = APage.URL.resolve(address);
        return new Reference(
                address,
                Optional.of(target),
                role,
                target.getHost().endsWith("shop.example"),
                origin,
                APage.URL.resolve(file),
                Optional.of(SOMEWHERE),
                excerpt,
                demands);
    }
}
