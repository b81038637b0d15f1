package dev.smokerunner.check.web;

import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Scripts that the page's HTML names on hosts of others where they are not there at all, or forbid their use: the name does
 * not exist, nothing listens, or the answer may not be embedded; and those whose file is missing there, or something else answers
 * in its place, which may only explain what throws. Such a host does not come back by itself, and mostly it is the
 * page that names a wrong one.
 */
public final class LostScripts {
    private static final Set<Kind> GONE = EnumSet.of(Kind.DNS, Kind.REFUSED, Kind.FORBIDDEN_PORT);
    private static final Set<BlockingRule> FOR_GOOD =
            EnumSet.of(BlockingRule.CORP, BlockingRule.COEP, BlockingRule.CORS);
    /** Not Found and Gone. */
    private static final Set<Integer> MISSING = Set.of(404, 410);

    /**
     * What build tools call the files that they make when nobody says otherwise: webpack's and Angular's main, runtime and
     * polyfills, the vendors of both, the app and chunk-vendors of Vue CLI and Laravel Mix, the bundle of Rollup and Browserify;
     * also with a fingerprint.
     */
    private static final Set<String> BUILT_NAMES =
            Set.of("app", "main", "runtime", "polyfills", "vendor", "vendors", "chunk-vendors");

    private final PageObservation page;
    private final List<Reference> scripts;
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> forNobody = new HashSet<>();
    private final Set<String> waitedFor = new HashSet<>();

    private LostScripts(PageObservation page) {
        this.page = page;
        this.scripts = page.references().stream()
                .filter(reference ->
                        reference.origin() == Origin.HTML && reference.role().isScript())
                .toList();
        scripts.stream().filter(script -> !script.firstParty()).forEach(this::see);
    }

    /** Those of a page. */
    public static LostScripts of(PageObservation page) {
        return new LostScripts(page);
    }

    private void see(Reference script) {
        boolean isHostLost =
                script.url().filter(url -> is(url, LostScripts::isGone, false)).isPresent();
        boolean isScriptLost = isHostLost
                || script.url()
                        .filter(url -> is(url, LostScripts::isOtherwise, true))
                        .isPresent();
        if (!isScriptLost) {
            return;
        }
        String host = script.url().map(Requests::host).orElse("");
        if (script.url().filter(url -> is(url, LostScripts::isForNobody, false)).isPresent()) {
            forNobody.add(host);
        }
        boolean isAsync = Locations.element(page, script)
                .filter(tag -> tag.attribute("async").isPresent() && !Scripts.isModule(tag))
                .isPresent();
        if (isHostLost) {
            hosts.add(host);
        }
        if (!isAsync) {
            waitedFor.add(host);
        }
    }

    /**
     * Whether a module cannot be had for good that the page's own code imports by a statement: nothing of that code runs then.
     * What passes by itself, as an overloaded host does, is not meant.
     */
    public boolean isLinked(URI url) {
        return ModuleGraph.of(page).containsKey(url)
                && is(url, failure -> isGone(failure) || isOtherwise(failure) || isUnreadable(failure), true);
    }

    /** The place of the statement that imports it, where one does. */
    public Optional<Location> linkedAt(URI url) {
        return Optional.ofNullable(ModuleGraph.of(page).get(url)).flatMap(statement -> Locations.of(page, statement));
    }

    private static boolean isUnreadable(NetworkFailure failure) {
        return failure.rule().filter(BlockingRule.CORS::equals).isPresent();
    }

    /** Whether all of the browser's requests failed so; plain HTTP is asked where it made none. */
    private boolean is(URI url, Predicate<NetworkFailure> failed, boolean orMissing) {
        List<BrowserRequest> requests = page.requestsFor(url);
        return requests.isEmpty()
                ? page.asset(url).flatMap(HttpAnswer::failure).filter(failed).isPresent()
                : requests.stream()
                        .allMatch(request -> request.failure().filter(failed).isPresent()
                                || orMissing
                                        && MISSING.contains(request.status().orElse(0)));
    }

    private static boolean isGone(NetworkFailure failure) {
        return GONE.contains(failure.kind())
                || failure.rule().filter(FOR_GOOD::contains).isPresent();
    }

    /** Whether no browser will ever ask for it, so that it was never anybody's statistics. */
    private static boolean isForNobody(NetworkFailure failure) {
        return failure.kind() == Kind.FORBIDDEN_PORT;
    }

    private static boolean isOtherwise(NetworkFailure failure) {
        return failure.rule().filter(BlockingRule.ORB::equals).isPresent();
    }

    /** Whether a script of this host is lost for which the page waits, so that what follows may need it. */
    public boolean isWaitedFor(String host) {
        return waitedFor.contains(host);
    }

    /**
     * Whether a lost host is where all the page's own code comes from: no script is of its own site, and what the host has is
     * a build's work or comes with the page's style sheets. A single classic script with a fingerprint in its address, or one
     * that the page does not wait for, is how statistics are counted on pages that have no code.
     */
    public boolean isOwnCode(String host) {
        return hosts.contains(host) && hasOwnCode(host);
    }

    /** Whether all the page's own code comes from a host by the same signs, lost or not. */
    public boolean hasOwnCode(String host) {
        return scripts.stream().noneMatch(Reference::firstParty)
                && (forNobody.contains(host)
                        || isBuiltOn(host)
                        || isWaitedFor(host) && isCalledAsBuilt(host)
                        || page.references().stream()
                                .anyMatch(style -> style.role() == Role.STYLE && isOf(style, host)));
    }

    private boolean isBuiltOn(String host) {
        List<Reference> built = scripts.stream()
                .filter(script -> isOf(script, host) && isBuilt(script))
                .toList();
        return built.size() > 1 || built.stream().anyMatch(script -> script.role() == Role.MODULE);
    }

    private boolean isCalledAsBuilt(String host) {
        return scripts.stream()
                .filter(script -> isOf(script, host))
                .map(script -> FileName.ofAddress(path(script)))
                .anyMatch(name -> name.isScript() && (BUILT_NAMES.contains(name.plain()) || isBundle(name)));
    }

    /** Said of a name like {@code lib.bundle.js} it is a form, and alone it is the name. */
    private static boolean isBundle(FileName name) {
        return name.plain().isEmpty() && name.parts().get(0).equals("bundle");
    }

    private static boolean isOf(Reference reference, String host) {
        return reference.url().map(Requests::host).filter(host::equals).isPresent();
    }

    private static boolean isBuilt(Reference script) {
        return script.role() == Role.MODULE
                || FileName.ofAddress(path(script)).fingerprint().isPresent();
    }

    private static String path(Reference script) {
        return script.url().flatMap(url -> Optional.ofNullable(url.getPath())).orElse("");
    }
}
