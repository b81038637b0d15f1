package dev.smokerunner.check.release;

import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Curl;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds files of a release that are live, and that something on the way changed or called by another type. */
final class AlteredFiles {
    private static final int MOST_EVIDENCE = 10;

    private final PageObservation page;
    private final PlaceSighting seen;

    AlteredFiles(PageObservation page, PlaceSighting seen) {
        this.page = page;
        this.seen = seen;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Map<Difference.Kind, List<FileSighting>> byKind = new EnumMap<>(Difference.Kind.class);
        seen.files().stream().filter(FileSighting::isAltered).forEach(file -> byKind.computeIfAbsent(
                        file.difference().kind(), kind -> new ArrayList<>())
                .add(file));
        byKind.forEach((kind, files) -> findings.add(altered(kind, files)));
        mistyped().ifPresent(findings::add);
        return findings;
    }

    private Finding altered(Difference.Kind kind, List<FileSighting> files) {
        FileSighting first = files.get(0);
        String by = ServedBy.news(first).map(CacheNews::cache).orElse("something on the way");
        return Finding.on(
                        page.url(),
                        ReleaseCheck.NAME,
                        Severity.SEV4,
                        first.url().toString())
                .message("live, but " + by + " " + verb(kind) + " " + count(files))
                .expected(ServedBy.expected(first))
                .actual(ServedBy.words(first))
                .evidence(files.stream()
                        .limit(MOST_EVIDENCE)
                        .map(file -> Words.line(file.file().key()) + ": "
                                + Words.line(file.difference().detail()))
                        .toList())
                .hint(
                        "what was tested is not what is served, and an integrity attribute would refuse it: switch this off, or"
                                + " do it in the build")
                .reproduce(Curl.sum(first.url(), "sha256sum"))
                .build();
    }

    private static String verb(Difference.Kind kind) {
        return switch (kind) {
            case WHITE_SPACE -> "minified";
            case INSERTED -> "put something into";
            case LINE_ENDS -> "changed the line ends of";
            case ENCODING -> "re-encoded";
            case NONE, CONTENT -> "changed";
        };
    }

    private static String count(List<FileSighting> files) {
        long keys = ServedBy.count(files);
        String first = Words.line(files.get(0).file().key());
        return keys == 1 ? first : first + " and " + (keys - 1) + " more";
    }

    /** Files that no visit loads, so that no other check looks at their type. */
    private Optional<Finding> mistyped() {
        List<FileSighting> files = seen.files().stream()
                .filter(file -> file.isLive() && !page.assets().containsKey(file.url()) && !isTyped(file))
                .toList();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.on(
                                page.url(),
                                ReleaseCheck.NAME,
                                Severity.SEV4,
                                files.get(0).url().toString())
                        .message("live, but with a type that browsers may refuse: " + count(files))
                        .actual(ServedBy.words(files.get(0)))
                        .evidence(files.stream()
                                .limit(MOST_EVIDENCE)
                                .map(file -> Words.line(file.file().key()) + ": " + ServedBy.words(file))
                                .toList())
                        .hint("set the content type when uploading")
                        .reproduce(Curl.headers(files.get(0).url()))
                        .build());
    }

    private static boolean isTyped(FileSighting file) {
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
