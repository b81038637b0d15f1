package dev.smokerunner.observe;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An asset that no site has, to learn what a server answers for one that is missing. */
final class NotFoundProbe {
    /** Always the same, so that a cache between us and the server learns one name and not one a run. */
    private static final String NAME = "smoke-runner-asks-for-a-missing-file.js";

    private NotFoundProbe() {}

    /**
     * Its URL: beside the first script of the page's own site, else beside the page.
     *
     * @param named what the page's HTML names
     * @param page the page's URL
     */
    static URI beside(List<Reference> named, URI page) {
        URI neighbour = named.stream()
                .filter(reference -> reference.firstParty() && isScript(reference.role()))
                .map(Reference::url)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(page);
        return neighbour.getRawPath().isEmpty() ? neighbour.resolve("/" + NAME) : neighbour.resolve(NAME);
    }

    private static boolean isScript(Role role) {
        return role == Role.SCRIPT || role == Role.MODULE;
    }
}
