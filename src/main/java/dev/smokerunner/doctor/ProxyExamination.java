package dev.smokerunner.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The variables that name proxies.
 *
 * @param host the machine
 */
record ProxyExamination(Host host) implements Examination {
    private static final List<String> VARIABLES = List.of("http_proxy", "https_proxy", "all_proxy", "no_proxy");

    @Override
    public String subject() {
        return "proxy";
    }

    @Override
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        List<String> set = new ArrayList<>();
        for (String name : VARIABLES) {
            String upper = name.toUpperCase(Locale.ROOT);
            Optional<String> value = host.variable(name);
            Optional<String> other = host.variable(upper);
            value.or(() -> other).ifPresent(text -> set.add((value.isPresent() ? name : upper) + "=" + shown(text)));
            // On Windows both names are one variable.
            if (value.isPresent() && other.isPresent() && !value.equals(other)) {
                found.add(Diagnosis.warn(
                        subject(),
                        name + " is " + shown(value.get()) + " and " + upper + " is " + shown(other.get())
                                + "; the first one counts",
                        "set one of them, or both to the same"));
            }
        }
        found.add(0, Diagnosis.ok(subject(), set.isEmpty() ? "no variable names one" : String.join(", ", set)));
        return found;
    }

    /** Without a user and a password. */
    private static String shown(String proxy) {
        return proxy.replaceAll("[^/@\\s]*@", "***@");
    }
}
