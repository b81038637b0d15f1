package dev.smokerunner.observe;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells where the page's own code comes from where none of it is on the page's own site: a build whose files all lie on a
 * CDN. What such scripts name is the page's doing, so that they are read as its own would be.
 */
final class ForeignCode {
    private static final Set<Role> CODE = EnumSet.of(Role.SCRIPT, Role.MODULE);
    /** A build has a few entries; more are a list of other people's scripts. */
    private static final int MOST = 20;

    private ForeignCode() {}

    /** The scripts of a page that its build put on another host; none where the page has a script of its own site. */
    static Set<URI> of(List<Reference> named) {
        List<Reference> code = named.stream()
                .filter(reference -> reference.origin() == Origin.HTML && CODE.contains(reference.role()))
                .toList();
        boolean hasOwn = code.stream().anyMatch(Reference::firstParty);
        return hasOwn
                ? Set.of()
                : code.stream()
                        .filter(ForeignCode::isBuilt)
                        .flatMap(reference -> reference.url().stream())
                        .limit(MOST)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** A build puts fingerprints into names; statistics and widgets are called by fixed names. */
    private static boolean isBuilt(Reference reference) {
        String path = reference
                .url()
                .flatMap(url -> Optional.ofNullable(url.getPath()))
                .orElse("");
        return FileName.ofAddress(path).fingerprint().isPresent();
    }
}
