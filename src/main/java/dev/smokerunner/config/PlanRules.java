package dev.smokerunner.config;

import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may not stand together in a plan, whether it was typed or written in code; who asks names the parts in its own way. */
public final class PlanRules {
    private PlanRules() {}

    /** What a rule is about. */
    public enum Part {
        /** The name of an environment. */
        ENVIRONMENT,
        /** The package that should be live. */
        RELEASE,
        /** How long an upload is watched. */
        UPLOAD,
        /** The browsers. */
        BROWSER
    }

    /**
     * A rule that is broken.
     *
     * @param part what it is about
     * @param trouble what was expected, and what is there
     */
    public record Broken(Part part, String trouble) {}

    /** What is wrong with a name of an environment where no config tells of environments. */
    public static Optional<Broken> environment(Optional<String> name) {
        return name.map(any -> new Broken(Part.ENVIRONMENT, "expected a config that has environments, got none"));
    }

    /** The rules that a plan breaks. */
    public static List<Broken> broken(SmokePlan plan) {
        List<Broken> broken = new ArrayList<>();
        if (plan.target() instanceof Target.Package) {
            String target = plan.subject().target();
            ReleasePlan release = plan.release();
            release.release()
                    .ifPresent(path -> broken.add(new Broken(
                            Part.RELEASE,
                            "expected a live site, which can be compared with it, got " + target
                                    + ", which is a package itself")));
            if (!release.watchUpload().isZero()) {
                broken.add(new Broken(
                        Part.UPLOAD,
                        "expected a live site to which somebody uploads, got " + target + ", which is a package"));
            }
        }
        // What holds for the browsers of a config must hold for those that take their place.
        BrowserRules.broken(plan.browsers()).ifPresent(trouble -> broken.add(new Broken(Part.BROWSER, trouble)));
        return broken;
    }
}
