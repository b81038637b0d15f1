package dev.smokerunner.check.finding;

import dev.smokerunner.check.cause.Advice;
import dev.smokerunner.check.cause.Cause;
import dev.smokerunner.check.cause.Sharing;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind.Bearing;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Sentences;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the findings of a page: one for each cause. */
public final class FindingWriter {
    private final Commands commands;

    /**
     * A writer.
     *
     * @param commands writes the commands that show a finding again
     */
    public FindingWriter(Commands commands) {
        this.commands = commands;
    }

    /** The findings, in the order of the causes; two of a page that look alike have fingerprints of their own. */
    public List<Finding> written(List<Cause> causes) {
        Map<String, Integer> seen = new HashMap<>();
        return causes.stream()
                .map(cause -> {
                    String fingerprint = FindingFingerprint.of(cause);
                    int count = seen.merge(fingerprint, 1, Integer::sum);
                    return written(cause, count == 1 ? fingerprint : fingerprint + "-" + count);
                })
                .toList();
    }

    private Finding written(Cause cause, String fingerprint) {
        Detection found = cause.detection();
        return Finding.on(
                        found.page(),
                        found.check(),
                        cause.impact(),
                        found.subject().text())
                .kind(found.kind().name())
                .fingerprint(fingerprint)
                .message(message(cause))
                .expected(found.sentences().expected())
                .actual(actual(cause))
                .where(found.where())
                .evidence(CauseEvidence.of(cause))
                .symptoms(CauseEvidence.symptoms(cause))
                .hint(hint(cause))
                .reproduce(found.reproduce().map(commands::of))
                .attempts(found.attempts())
                .fault(found.fault().orElse(""))
                .afterCauses(isAfterCauses(cause))
                .build();
    }

    /** What has no noticeable effect does not come before what has, and a picture not before what nothing explains. */
    private static boolean isAfterCauses(Cause cause) {
        Detection found = cause.detection();
        Severity needed = found.loses(Loss.SHOWN) ? Severity.SEV2 : Severity.SEV3;
        return found.kind().bearing() == Bearing.SYMPTOM
                || found.kind().bearing() == Bearing.LACK
                || !cause.impact().isAtLeast(needed);
    }

    private static String message(Cause cause) {
        Detection found = cause.detection();
        Sentences.Message message = found.sentences().message();
        if (cause.sharing().isPresent()) {
            return message.ofMany(topics(cause));
        }
        int count = cause.parts().size();
        return count == 1
                ? message.ofOne()
                : count + " " + found.kind().ofMany().orElse("alike") + ": " + CauseEvidence.names(cause.parts());
    }

    private static String topics(Cause cause) {
        Sharing sharing = cause.sharing().orElseThrow();
        return sharing.isFolder()
                ? (sharing.isAll() ? "all " : "several ") + noun(cause) + " below " + sharing.common()
                : "all " + sharing.count() + " " + sharing.common()
                        + (sharing.common().isEmpty() ? "" : " ") + "files"
                        + sharing.trait().map(TraitWords::suchNames).orElse("") + " that were asked for";
    }

    private static String noun(Cause cause) {
        return cause.detection().loses(Loss.ANSWER) ? "calls" : "files";
    }

    private static String actual(Cause cause) {
        String actual = cause.detection().sentences().actual();
        return cause.sharing()
                .filter(Sharing::isFolder)
                .map(sharing -> sharing.count() + " " + noun(cause) + ", the first: " + actual)
                .orElse(actual);
    }

    private static Optional<String> hint(Cause cause) {
        Optional<String> own = cause.detection().sentences().hint();
        Optional<String> advice = cause.advice().map(AdviceWords::of);
        if (cause.sharing().isPresent()) {
            return Optional.of(ofMany(cause, cause.sharing().get(), own, advice));
        }
        // A name that is there says more than what names that are missing have in common.
        boolean isBetter =
                cause.advice().filter(Advice.NearName.class::isInstance).isPresent();
        return isBetter ? advice : own.or(() -> advice);
    }

    private static String ofMany(Cause cause, Sharing sharing, Optional<String> own, Optional<String> near) {
        if (!sharing.isFolder()) {
            String all = "one cause for all: "
                    + sharing.trait()
                            .map(trait -> TraitWords.cause(trait, sharing.common()))
                            .orElse("");
            return near.map(name -> name + "; " + all).orElse(all);
        }
        if (!sharing.isAll()) {
            return near.or(() -> own).orElse("an upload that is not complete leaves such gaps");
        }
        String what = cause.detection().kind().isOfAddress()
                ? "one cause for all: a wrong base path (publicPath, base, <base href>), a folder that was not uploaded,"
                        + " or a rule or host that answers for all of them"
                : "one cause for all: look at what they share, not at each";
        String all = sharing.trait()
                .map(trait -> what + "; or " + TraitWords.cause(trait, ""))
                .orElse(what);
        return near.map(name -> name + "; " + all).orElse(all);
    }
}
