package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.AssetCaches;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds assets that something else answers for, or that browsers refuse for their content type. */
public record AssetTypeCheck() implements Check {
    /** Something else answers in an asset's place. */
    static final Kind SUBSTITUTED = Kind.cause("asset-substituted").ofAddress();

    private static final Kind WRONG = Kind.cause("asset-type-wrong").ofAddress().byExtension();
    private static final Kind TYPE_UNNAMED = Kind.cause("asset-type-unnamed");

    /** What buckets call a file whose type nobody gave. */
    private static final Set<String> UNNAMED = Set.of("binary/octet-stream", "application/octet-stream");

    @Override
    public String name() {
        return "asset-type";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        TypeRefusal refusal = new TypeRefusal(page);
        List<Detection> findings = new ArrayList<>();
        Map<String, List<ServedAsset>> unnamed = new LinkedHashMap<>();
        for (ServedAsset served : view.served()) {
            Optional<Detection> trouble = Optional.of(served)
                    .filter(one -> !one.isEmpty() && !KeptManifest.is(one.asset()))
                    .flatMap(one -> trouble(one, refusal));
            trouble.ifPresent(findings::add);
            if (trouble.isEmpty() && (isUnnamedScript(served) || isScriptCalledHtml(page, served))) {
                unnamed.computeIfAbsent(served.type(), type -> new ArrayList<>())
                        .add(served);
            }
        }
        unnamed.values().forEach(scripts -> findings.add(unnamed(scripts)));
        return view.served().isEmpty()
                ? Judgement.skipped(name(), "no asset of the page's own site was answered")
                : Judgement.judged(name(), view.served().size(), findings);
    }

    private Optional<Detection> trouble(ServedAsset served, TypeRefusal refusal) {
        return SubstituteBody.of(served).map(one -> standIn(served, one)).or(() -> refusal.of(served)
                .map(wrong -> finding(served, WRONG)
                        .impact(
                                refusal.isOfModule(served)
                                        ? Severity.SEV2
                                        : served.asset().impact())
                        .message(served.asset().title(), Verb.HAVE, " the wrong content type: " + wrong.why())
                        .trouble(wrong.actual())
                        .said(refusal.said(served.asset().url()).stream()
                                .map(Errors::said)
                                .toList())
                        .actual(wrong.actual())
                        .expected(
                                TypeRefusal.isRefusedWasm(served)
                                        ? "application/wasm"
                                        : expectedType(served.asset().role()))
                        .evidence(refusal.said(served.asset().url()).stream()
                                .map(Errors::line)
                                .toList())
                        .hint("set the content type of the object: an upload that does not name it gets a guess")
                        .build()));
    }

    private Detection standIn(ServedAsset served, SubstituteBody standIn) {
        String noun = served.asset().noun();
        return finding(served, SUBSTITUTED)
                .message(
                        standIn.what() + " answers instead of ",
                        "the " + noun + " " + served.asset().url(),
                        ": " + standIn.why())
                .trouble(standIn.kind())
                .absent(standIn.kind() == SubstituteBody.Kind.FALLBACK)
                .lastly(
                        standIn.kind() == SubstituteBody.Kind.FALLBACK
                                ? AssetCaches.ofPageBefore(served.asset().observation())
                                : List.of())
                .expected("a " + noun)
                .hint(PlusSign.hint(served.asset()).orElse(standIn.hint()))
                .reproduce(Reproduction.start(served.asset().url()))
                .evidence(served.redirects().stream().map(AssetTypeCheck::hop).toList())
                .evidence(standIn.evidence())
                .build();
    }

    private static String hop(Redirect hop) {
        return hop.status() + " " + hop.from() + " -> " + hop.to();
    }

    private DetectionBuilder finding(ServedAsset served, Kind kind) {
        return served.asset().badAnswer(name(), kind).actual(served.called());
    }

    private static boolean isUnnamedScript(ServedAsset served) {
        return served.asset().role() == Role.SCRIPT && UNNAMED.contains(served.type());
    }

    /** Whether it is no page, though it is called one, and runs; what throws has its own finding. */
    private static boolean isScriptCalledHtml(PageObservation page, ServedAsset served) {
        String url = served.asset().url().toString();
        return served.asset().role() == Role.SCRIPT
                && MediaTypes.isHtml(served.type())
                && !served.isEmpty()
                && Errors.of(page).stream()
                        .filter(message -> message.source() == BrowserMessage.Source.EXCEPTION)
                        .noneMatch(message -> message.url().filter(url::equals).isPresent());
    }

    /** Browsers run them all the same; one note for all of them. */
    private Detection unnamed(List<ServedAsset> scripts) {
        ServedAsset first = scripts.get(0);
        String more = scripts.size() == 1 ? "" : ", and " + (scripts.size() - 1) + " more,";
        return finding(first, TYPE_UNNAMED)
                .impact(Severity.SEV4)
                .message(first.asset().title() + more + " is sent as " + first.type()
                        + ": browsers run it only as long as nobody adds X-Content-Type-Options: nosniff, or makes it a"
                        + " module")
                .expected(expectedType(Role.SCRIPT))
                .hint("send it as " + expectedType(Role.SCRIPT)
                        + ": an upload that does not name the content type gets a guess")
                .build();
    }

    private static String expectedType(Role role) {
        return switch (role) {
            case STYLE -> "text/css";
            case IMAGE, ICON -> "image/svg+xml";
            default -> "text/javascript";
        };
    }
}
