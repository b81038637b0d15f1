package dev.smokerunner.check.page;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Addresses that the page's files write with two slashes where one was meant, as in {@code //css/main.css}: browsers take the
 * first folder for a host, and no host has a name without a dot that nobody knows.
 */
final class FolderAsHost {
    private static final Kind FOLDER_AS_HOST = Kind.cause("third-party-folder-as-host");

    private static final Set<Role> CODE_AND_STYLE = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.WORKER, Role.STYLE);

    private static final int MOST_LINES = 10;

    private FolderAsHost() {}

    /** Whether such an address leads there, and the name does not resolve: in the net of a firm it might. */
    static boolean is(PageObservation page, URI url) {
        return isSingleName(Requests.host(url))
                && isUnknown(page, url)
                && writers(page, url).findFirst().isPresent();
    }

    private static boolean isSingleName(String host) {
        return !host.isEmpty() && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    private static boolean isUnknown(PageObservation page, URI url) {
        return page.requestsFor(url).stream()
                        .filter(Requests::hasFailed)
                        .anyMatch(request -> Requests.failureKind(request) == NetworkFailure.Kind.DNS)
                || page.asset(url)
                        .flatMap(HttpAnswer::failure)
                        .filter(failure -> failure.kind() == NetworkFailure.Kind.DNS)
                        .isPresent();
    }

    private static Stream<Reference> writers(PageObservation page, URI url) {
        return page.references().stream()
                .filter(reference -> reference.url().filter(url::equals).isPresent())
                .filter(reference -> reference.raw().strip().startsWith("//"));
    }

    /** All of them are of one base address. */
    static Optional<Detection> finding(String check, PageView view, List<URI> urls) {
        PageObservation page = view.observation();
        List<Reference> written = page.references().stream()
                .flatMap(named -> named.url().stream())
                .distinct()
                .filter(urls::contains)
                .flatMap(url -> writers(page, url).limit(1))
                .sorted(Comparator.comparing(FolderAsHost::impact))
                .toList();
        return written.stream().findFirst().map(first -> finding(check, view, first, written));
    }

    private static Detection finding(String check, PageView view, Reference first, List<Reference> all) {
        PageObservation page = view.observation();
        URI url = first.url().orElseThrow();
        Set<Loss> losses = EnumSet.of(Loss.SHOWN);
        losses.addAll(view.losses(url));
        if (losses.contains(Loss.CODE)) {
            losses.add(Loss.AWAITED_CODE);
        }
        return Detection.on(page.url(), check, FOLDER_AS_HOST, impact(first), url)
                .loses(losses)
                .message("the address " + Format.line(first.raw())
                        + " begins with two slashes, so that browsers ask a host called " + Requests.host(url)
                        + ", which nobody knows")
                .expected("an address that begins with one slash, or with a host")
                .actual(Format.line(first.raw()))
                .where(Locations.of(page, first))
                .hint(
                        "the base address of the build ends in a slash, and what it is put before begins with one: take one of"
                                + " them away")
                .evidence(all.stream()
                        .skip(1)
                        .limit(MOST_LINES)
                        .map(one -> "written so as well: " + Format.line(one.raw()))
                        .toList())
                .reproduce(Reproduction.headers(url))
                .attempts(page.attempts())
                .build();
    }

    private static Severity impact(Reference reference) {
        return CODE_AND_STYLE.contains(reference.role()) ? Severity.SEV2 : Severity.SEV3;
    }
}
