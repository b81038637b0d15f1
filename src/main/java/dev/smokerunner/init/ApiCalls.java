package dev.smokerunner.init;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the calls that pages must make: calls to their own site that were answered with data, by every page in every visit, since
 * a config asks for them on each page.
 */
final class ApiCalls {
    private static final int MOST = 10;
    private static final int OK = 200;

    private ApiCalls() {}

    static Choice<Entry> of(List<VisitedPage> pages) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> always = new LinkedHashSet<>(patterns(pages.get(0).first()));
        for (VisitedPage page : pages) {
            for (PageObservation visit : page.visits()) {
                Set<String> here = patterns(visit);
                seen.addAll(here);
                always.retainAll(here);
            }
        }
        always.removeIf(pattern -> !WritableText.isValue(pattern));
        List<LeftOut> leftOut = new ArrayList<>();
        seen.stream()
                .filter(pattern -> !always.contains(pattern))
                .limit(MOST)
                .forEach(pattern ->
                        leftOut.add(new LeftOut(pattern, "a call that not every page makes in every visit")));
        always.stream().skip(MOST).limit(MOST).forEach(pattern -> leftOut.add(new LeftOut(pattern, "a further call")));
        return new Choice<>(
                always.stream()
                        .limit(MOST)
                        .map(pattern -> new Entry(pattern, "a call that was answered with data in each visit"))
                        .toList(),
                leftOut);
    }

    private static Set<String> patterns(PageObservation page) {
        Set<String> patterns = new LinkedHashSet<>();
        page.browser().value().map(BrowserVisit::requests).orElse(List.of()).stream()
                .filter(ApiCalls::isForData)
                .forEach(call -> patterns.add(pattern(page.url(), call.url())));
        return patterns;
    }

    /** A beacon is answered with nothing, and a fragment or a picture is no call of an API. */
    private static boolean isForData(BrowserRequest call) {
        String type = call.headers().mediaType();
        boolean isJson = type.equals("application/json") || type.endsWith("+json");
        return call.kind() == Kind.CALL
                && call.firstParty()
                && !call.inFrame()
                && call.status().orElse(0) == OK
                && call.failure().isEmpty()
                && isJson;
    }

    private static String pattern(URI page, URI call) {
        boolean isHere =
                call.getRawAuthority() != null && call.getRawAuthority().equals(page.getRawAuthority());
        String path = PathPattern.ofCall(call);
        return isHere ? path : call.getScheme() + "://" + call.getRawAuthority() + path;
    }
}
