package dev.smokerunner.check.release;

import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.MessageFact.FailedHydration;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageChange.Touched;
import dev.smokerunner.observation.PageDifference;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds files of a release that are live, and that something on the way changed or called by another type. */
final class AlteredFiles {
    private static final Kind STRANGER = Kind.alone("release-foreign-host");
    private static final Kind ALTERED = Kind.alone("release-file-altered");
    private static final Kind MISTYPED = Kind.alone("release-file-mistyped");

    private static final int MOST_EVIDENCE = 10;
    private static final Set<Touched> ACTIVE = EnumSet.of(Touched.SCRIPT, Touched.STYLE, Touched.FRAME);
    private static final String OF_PAGES =
            "what was tested is not what is served: switch this off where it is done, or do it in the build";
    private static final String OF_ASSETS =
            "what was tested is not what is served, and an integrity attribute would refuse it: switch this off, or do it in"
                    + " the build";

    private final PageObservation page;
    private final PlaceSighting seen;
    private final Expectations expected;

    AlteredFiles(PageObservation page, PlaceSighting seen, Expectations expected) {
        this.expected = expected;
        this.page = page;
        this.seen = seen;
    }

    List<Detection> findings() {
        List<Detection> findings = new ArrayList<>();
        Map<Difference.Kind, List<FileSighting>> byKind = new EnumMap<>(Difference.Kind.class);
        List<FileSighting> strange = new ArrayList<>();
        for (FileSighting file : seen.files()) {
            boolean isTouched = !file.isLive() && ReleaseStates.isServed(file);
            if (file.isLive() && !strangers(file).isEmpty()) {
                strange.add(file);
            } else if (file.isAltered() || isTouched) {
                byKind.computeIfAbsent(file.difference().kind(), kind -> new ArrayList<>())
                        .add(file);
            }
        }
        if (!strange.isEmpty()) {
            findings.add(strange(strange));
        }
        byKind.forEach((kind, files) -> findings.add(altered(kind, files)));
        mistyped().ifPresent(findings::add);
        return findings;
    }

    /** What another site's host was put into a page for, where that host may do there whatever it likes. */
    private List<PageChange> strangers(FileSighting file) {
        return file.difference().page().map(PageDifference::changes).orElse(List.of()).stream()
                .filter(change -> change.kind() == PageChange.Kind.PUT_IN && ACTIVE.contains(change.touched()))
                .filter(change -> change.hosts().stream().anyMatch(this::isStrange))
                .toList();
    }

    private boolean isStrange(String host) {
        return expected.assets().allowedHosts().stream().noneMatch(pattern -> pattern.matches(host))
                && expected.scripts().stream()
                        .noneMatch(script -> script.written().contains(host))
                && expected.api().stream()
                        .noneMatch(call -> call.url().written().contains(host));
    }

    private Detection strange(List<FileSighting> files) {
        FileSighting first = files.get(0);
        PageChange change = strangers(first).get(0);
        String host =
                change.hosts().stream().filter(this::isStrange).findFirst().orElse("");
        return Detection.on(page.url(), ReleaseCheck.NAME, STRANGER, Severity.SEV2, first.url())
                .message("something on the way put " + what(change) + " of " + Format.line(host, 100) + " into "
                        + count(files) + ", and neither the release nor the config names that host: "
                        + Format.line(change.where()))
                .expected(ServedBy.expected(first))
                .actual(ServedBy.words(first))
                .evidence(evidence(files))
                .hint(
                        "find out who put it there: a server's module, a CDN's worker or app, or somebody who should not; if it is"
                                + " meant to be there, name the host in assets.allow-hosts")
                .reproduce(Reproduction.mentions(first.url(), host))
                .build();
    }

    private static String what(PageChange change) {
        return switch (change.touched()) {
            case STYLE -> "a style sheet";
            case FRAME -> "a frame";
            default -> "a script";
        };
    }

    private Detection altered(Difference.Kind kind, List<FileSighting> files) {
        FileSighting first = files.get(0);
        String by = ServedBy.news(first).map(CacheNews::cache).orElse("something on the way");
        boolean isPage = files.stream().anyMatch(file -> file.url().equals(page.url()));
        return Detection.on(
                        page.url(),
                        ReleaseCheck.NAME,
                        ALTERED,
                        isPage && isMissedByCode() ? Severity.SEV3 : Severity.SEV4,
                        first.url())
                .loses(isPage ? Set.of(Loss.MARKUP) : Set.of())
                .message("live, " + (kind == Difference.Kind.REWRITTEN ? "rewritten on the way: " : "but ") + by + " "
                        + verb(kind) + " " + count(files) + said(first))
                .expected(ServedBy.expected(first))
                .actual(ServedBy.words(first))
                .evidence(evidence(files))
                .hint(files.stream().allMatch(file -> file.file().isPage()) ? OF_PAGES : OF_ASSETS)
                .reproduce(Reproduction.sum(first.url(), "sha256sum"))
                .build();
    }

    /** Whether the page's code finds another page than the one that it was made with, which it then mends as it can. */
    private boolean isMissedByCode() {
        return Errors.of(page).stream().anyMatch(error -> error.says(FailedHydration.class));
    }

    /** What was done, where that is more than the verb says. */
    private static String said(FileSighting file) {
        boolean says =
                switch (file.difference().kind()) {
                    case REWRITTEN, INSERTED, CONTENT -> true;
                    default -> false;
                };
        return says ? ": " + Format.line(file.difference().detail()) : "";
    }

    private static List<String> evidence(List<FileSighting> files) {
        return files.stream()
                .limit(MOST_EVIDENCE)
                .map(file -> Format.line(file.file().key()) + ": "
                        + Format.line(file.difference().detail()))
                .toList();
    }

    private static String verb(Difference.Kind kind) {
        return switch (kind) {
            case WHITE_SPACE -> "minified";
            case REWRITTEN -> "rewrote";
            case INSERTED -> "put something into";
            case LINE_ENDS -> "changed the line ends of";
            case ENCODING -> "re-encoded";
            case NONE, CONTENT -> "changed";
        };
    }

    private static String count(List<FileSighting> files) {
        long keys = ServedBy.count(files);
        String first = Format.line(files.get(0).file().key());
        return keys == 1 ? first : first + " and " + (keys - 1) + " more";
    }

    /** Files that no visit loads, so that no other check looks at their type. */
    private Optional<Detection> mistyped() {
        List<FileSighting> files = seen.files().stream()
                .filter(file -> file.isLive() && !page.assets().containsKey(file.url()) && !isTyped(file))
                .toList();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(Detection.on(
                                page.url(),
                                ReleaseCheck.NAME,
                                MISTYPED,
                                Severity.SEV4,
                                files.get(0).url())
                        .message("live, but with a type that browsers may refuse: " + count(files))
                        .actual(ServedBy.words(files.get(0)))
                        .evidence(files.stream()
                                .limit(MOST_EVIDENCE)
                                .map(file -> Format.line(file.file().key()) + ": " + ServedBy.words(file))
                                .toList())
                        .hint("set the content type when uploading")
                        .reproduce(Reproduction.headers(files.get(0).url()))
                        .build());
    }

    /** Whether it is sent with a type by which browsers take it for what it is. */
    static boolean isTyped(FileSighting file) {
        String type = file.answer()
                .response()
                .map(HttpResponse::headers)
                .map(headers -> headers.mediaType())
                .orElse("");
        if (file.file().isPage()) {
            return MediaTypes.isHtml(type);
        }
        if (file.file().name().isScript()) {
            return MediaTypes.isJavaScript(type);
        }
        return !file.file().name().isStyle() || type.equals("text/css");
    }
}
