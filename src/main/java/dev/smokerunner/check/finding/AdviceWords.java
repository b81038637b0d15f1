package dev.smokerunner.check.finding;

import dev.smokerunner.check.cause.Advice;
import dev.smokerunner.check.cause.Advice.Kinship;
import dev.smokerunner.check.cause.Advice.LateDefinition;
import dev.smokerunner.check.cause.Advice.Lateness;
import dev.smokerunner.check.cause.Advice.NearName;
import dev.smokerunner.check.cause.Cause;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.observation.RefusalFact.RefusedScope;

/** What helps who must mend something, in words. */
final class AdviceWords {
    private AdviceWords() {}

    static String of(Advice advice) {
        if (advice instanceof NearName near) {
            return (near.isPackaged() ? "the package has " : "the site has ") + Format.line(near.name()) + ", which "
                    + words(near.kinship());
        }
        if (advice instanceof Advice.ProbablyOf probably) {
            return "probably because of " + words(probably.cause());
        }
        if (advice instanceof LateDefinition definition) {
            return late(definition);
        }
        if (advice instanceof Advice.NotLoaded missing) {
            return "perhaps because the page does not load "
                    + Format.line(missing.file().key())
                    + ", which the package holds: compare its tag with the page's source";
        }
        if (advice instanceof Advice.NoElement missed) {
            return missed(missed);
        }
        if (advice instanceof Advice.OfNode node) {
            return node.name()
                    + " is of Node.js, and browsers do not have it: the step of the build that replaces it was"
                    + " left out for this file, or this is the package's file for servers";
        }
        if (advice instanceof Advice.BareName bare) {
            return bare(bare);
        }
        if (advice instanceof Advice.WorkerScope worker) {
            return scope(worker.refused());
        }
        Advice.OtherSite other = (Advice.OtherSite) advice;
        return "perhaps because of " + Format.line(other.request().url().toString()) + ": "
                + Requests.words(other.request());
    }

    private static String missed(Advice.NoElement missed) {
        String id = Format.line(missed.id());
        return missed.isLater()
                ? "the element with the id " + id + " stands behind the script, which runs before it"
                        + " exists: put defer on the script tag, or the tag at the end of the body"
                : "the page's HTML has no element with the id " + id
                        + ": compare the markup with what the script looks for";
    }

    private static String scope(RefusedScope refused) {
        String scope = Format.line(refused.scope());
        return "a service worker rules over the folder of its script: put the script into " + scope
                + ", or have the server send Service-Worker-Allowed: " + scope
                + " with it; a scope within " + Format.line(refused.allowed()) + " needs neither";
    }

    private static String bare(Advice.BareName bare) {
        String name = Format.line(bare.name());
        return switch (bare.map()) {
            case WITHOUT_NAME ->
                "the page's import map has no entry for \"" + name + "\": compare its names with what modules import";
            case IN_FILE -> "browsers read no import map from a file: put the map itself into the page";
            case FOLDER_WITHOUT_SLASH ->
                "the page's import map has the folder of \"" + name
                        + "\", and its address does not end in a slash, so that browsers drop the entry";
            case TOO_LATE ->
                "the page's import map has \"" + name
                        + "\", and stands behind a module, for which it comes too late: put it"
                        + " before all module scripts";
            case NONE ->
                "browsers know no package \"" + name
                        + "\" by its name: ship the bundle in place of the source, or name the"
                        + " package's file in an import map";
        };
    }

    private static String words(Kinship kinship) {
        return switch (kinship) {
            case CASE -> "differs only in case";
            case ENCODING -> "differs only in how characters are encoded";
            case SLASHES -> "differs only in slashes";
            case SEPARATORS -> "differs only in hyphens and underscores";
            case OTHER_BUILD -> "is another build of it, with another fingerprint";
            case LANGUAGE -> "differs only in a language in its name";
            case MOVED -> "is the same name in another folder";
            case EXTENSION -> "differs only in its extension";
        };
    }

    private static String late(LateDefinition definition) {
        String file = Locations.file(definition.script());
        String defines = file + ", which seems to define " + definition.name() + ", is ";
        if (definition.late() == Lateness.BEHIND) {
            return defines + "loaded later: put its script tag before this one";
        }
        String how =
                switch (definition.late()) {
                    case ASYNC -> "async";
                    case MODULE -> "a module";
                    case DEFERRED, BEHIND -> "deferred";
                };
        return defines + how + ", so that it runs later: load it without that, or what needs it in the same way";
    }

    /** A cause in a few words: its place and subject where it has a place, which are shorter than its message. */
    private static String words(Cause cause) {
        Detection found = cause.detection();
        return found.where()
                .map(where ->
                        found.check() + " at " + where + ": " + found.subject().text())
                .orElse(found.check() + ": " + found.sentences().message().ofOne());
    }
}
