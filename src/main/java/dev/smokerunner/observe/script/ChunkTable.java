package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a webpack runtime in a script knows about its chunks.
 *
 * @param name how a file name is made of an id
 * @param ids the places of the ids that the runtime itself names
 * @param known whether an id has a file of this sort
 * @param anchor what the public path is relative to
 * @param publicPath what comes before each file name
 * @param role what the files are
 */
record ChunkTable(
        ChunkName name,
        Map<String, Mention> ids,
        Predicate<String> known,
        Anchor anchor,
        String publicPath,
        Role role) {

    /** What names the file of a chunk; empty where it has none of this sort. */
    Optional<Mention> mention(String id, Mention place) {
        return name.of(id).filter(file -> known.test(id) && isOfSort(file)).map(file -> place.named(file, role)
                .in(publicPath));
    }

    private boolean isOfSort(String file) {
        return role == Role.STYLE ? FileRoles.extension(file).equals("css") : FileRoles.isScript(file);
    }
}
