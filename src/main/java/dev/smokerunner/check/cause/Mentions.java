package dev.smokerunner.check.cause;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact.FailedInstallation;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.Thrown;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from what an error names what it is about. */
final class Mentions {
    /** Shorter names turn up in texts by chance. */
    private static final int SHORTEST_NAME = 5;

    private Mentions() {}

    /** Whether a symptom is in the cause's evidence, or names its subject. */
    static boolean isNamed(Detection symptom, Detection cause) {
        return isEvidence(symptom, cause)
                || symptom.subject().equals(cause.subject())
                || symptom.error()
                        .filter(error -> names(error, cause.subject()))
                        .isPresent();
    }

    /** Whether a symptom is at the cause's URL: what the text of an error names says more than the place of who logged it. */
    static boolean isAt(Detection symptom, Detection cause) {
        return symptom.subject() instanceof Subject.Code code && cause.subject().isUrl(code.file());
    }

    /** Whether a service worker could not be installed whose script names a file that is missing: it keeps what it names. */
    static boolean isNamedByWorker(Detection symptom, Detection cause) {
        return cause.isAbsent()
                && symptom.error().stream()
                        .flatMap(error -> error.facts(FailedInstallation.class))
                        .map(failed -> failed.script().split("[?#]", 2)[0])
                        .anyMatch(script -> cause.where()
                                .filter(where -> script.endsWith("/" + where.file()))
                                .isPresent());
    }

    /** Whether the console repeats what the page throws, as frameworks do. */
    static boolean isSaidAgain(Detection symptom, Detection cause) {
        Optional<BrowserMessage> said = symptom.error().filter(error -> error.source() != Source.EXCEPTION);
        return said.isPresent()
                && cause.error().stream()
                        .flatMap(error -> error.facts(Thrown.class))
                        .anyMatch(thrown -> said.get().quote().repeats(thrown.bare()));
    }

    /** Whether a loader gave up the very script that the page still waits for. */
    static boolean isGivenUp(Detection symptom, Detection cause) {
        String module = file(symptom.subject()).replaceFirst("\\.m?js.*", "");
        return symptom.error().isEmpty()
                && module.length() >= SHORTEST_NAME
                && cause.error().stream().flatMap(Mentions::modules).anyMatch(name -> name.contains(module));
    }

    /** Whether the cause was found by what the symptom says. */
    static boolean isEvidence(Detection symptom, Detection cause) {
        return cause.said().stream().anyMatch(symptom.said()::contains);
    }

    private static boolean names(BrowserMessage error, Subject subject) {
        return subject instanceof Subject.Url || subject instanceof Subject.PackageFile
                ? error.named().leadTo(subject.text()) || modules(error).anyMatch(name -> isModule(name, file(subject)))
                : error.named().mention(subject.text());
    }

    private static Stream<String> modules(BrowserMessage error) {
        return error.facts(MissedCode.class)
                .filter(missed -> missed.what().isModule())
                .flatMap(missed -> missed.name().stream());
    }

    /** Whether a loader's name of a module is that of a file, without folder, extension and fingerprint. */
    private static boolean isModule(String name, String file) {
        String module = name.substring(name.lastIndexOf('/') + 1);
        String rest = file.startsWith(module) ? file.substring(module.length()) : "-";
        return rest.isEmpty() || rest.matches("([.-][0-9a-f]+)?\\.m?js");
    }

    private static String file(Subject subject) {
        String path = subject.text().split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
