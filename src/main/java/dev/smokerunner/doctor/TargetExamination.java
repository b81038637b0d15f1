package dev.smokerunner.doctor;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.util.List;

/**
 * Whether a target can be reached: a live one by one GET of its URL, as every visitor makes it.
 *
 * @param asking asks it
 * @param place where
 */
record TargetExamination(Asking asking, Place place) implements Examination {
    private static final int FIRST_ERROR = 400;

    @Override
    public String subject() {
        return place.name();
    }

    @Override
    public List<Diagnosis> examine() {
        return place.target() instanceof Target.LiveSite site
                ? live(site.url())
                : List.of(packed((Target.Package) place.target()));
    }

    private List<Diagnosis> live(URI url) {
        Asking.Timed timed = asking.get(url, place.visitor());
        HttpAnswer answer = timed.answer();
        if (answer.response().isEmpty()) {
            String why = answer.failure()
                    .map(failure -> failure.kind().name().replace('_', ' ') + ", "
                            + failure.quote().text())
                    .orElse("");
            return List.of(Diagnosis.fail(
                    subject(),
                    url + " does not answer: " + why,
                    "try curl -sS -I '" + url + "' from here; look for a firewall, a VPN or a proxy in between"));
        }
        int status = answer.response().get().status();
        String found = url + " answers " + status;
        Diagnosis reach = status < FIRST_ERROR
                ? Diagnosis.ok(subject(), found)
                : Diagnosis.warn(subject(), found, "it can be reached; smoke run says what is wrong with it");
        return List.of(reach, ClockSkew.judge(subject() + " clock", timed));
    }

    private Diagnosis packed(Target.Package target) {
        try (PackedFiles files = Packages.open(target.path())) {
            return Diagnosis.ok(
                    subject(), target.path() + " has " + files.keys().size() + " files");
        } catch (PackageException unreadable) {
            return Diagnosis.warn(
                    subject(),
                    String.valueOf(unreadable.getMessage()),
                    "build it before a run, or name it with --target");
        }
    }
}
