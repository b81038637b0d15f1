package dev.smokerunner.explain;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.runner.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All explanations, in the order in which checks are reported. */
public final class Explanations {
    private final List<CheckExplanation> all;

    private Explanations(List<CheckExplanation> all) {
        this.all = List.copyOf(all);
    }

    /** Those of all checks. */
    public static Explanations load() {
        return new Explanations(Checks.all().stream()
                .map(Check::name)
                .map(name -> CheckExplanation.read(text(name)))
                .toList());
    }

    /** All checks. */
    public List<CheckExplanation> all() {
        return all;
    }

    /** The check of this name. */
    public Optional<CheckExplanation> check(String name) {
        return all.stream().filter(one -> one.check().equals(name)).findFirst();
    }

    /**
     * A kind of finding.
     *
     * @param name its name, or that of its family
     * @param text what it means, and what to do
     * @param check the check whose findings are of it
     */
    public record KindExplanation(String name, String text, CheckExplanation check) {}

    /** The kind of this name; one of a family is explained by what is said of the family, where it is named there. */
    public Optional<KindExplanation> kind(String name) {
        for (CheckExplanation one : all) {
            for (Map.Entry<String, String> kind : one.kinds().entrySet()) {
                boolean isOfFamily =
                        kind.getKey().endsWith("-") && kind.getValue().contains("`" + name + "`");
                if (kind.getKey().equals(name) || isOfFamily) {
                    return Optional.of(new KindExplanation(name, kind.getValue(), one));
                }
            }
        }
        return Optional.empty();
    }

    /** The names of all checks and kinds. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        all.forEach(one -> {
            names.add(one.check());
            names.addAll(one.kinds().keySet());
        });
        return names;
    }

    private static String text(String check) {
        try (InputStream in = Explanations.class.getResourceAsStream(check + ".md")) {
            if (in == null) {
                throw new IllegalStateException("nothing explains the check " + check);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks the explanation of " + check, e);
        }
    }
}
