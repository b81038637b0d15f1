package dev.smokerunner.config;

import dev.smokerunner.expectation.EnvironmentHosts;
import dev.smokerunner.result.Audience;
import dev.smokerunner.serving.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the hosts of the environments that are not the one that is run. */
final class OtherHosts {
    private OtherHosts() {}

    /** The hosts of all of them, but for the host of the chosen one. */
    static EnvironmentHosts of(List<Environment> all, Optional<Environment> chosen) {
        Set<String> customers = new HashSet<>();
        Map<String, String> internal = new LinkedHashMap<>();
        for (Environment environment : all) {
            boolean isForCustomers = environment.audience().orElse(Audience.CUSTOMERS) == Audience.CUSTOMERS;
            host(environment).ifPresent(host -> {
                if (isForCustomers) {
                    customers.add(host);
                } else {
                    internal.put(host, environment.name());
                }
            });
        }
        chosen.map(Environment::name)
                .flatMap(name ->
                        all.stream().filter(one -> one.name().equals(name)).findFirst())
                .flatMap(OtherHosts::host)
                .ifPresent(internal::remove);
        internal.keySet().removeAll(customers);
        // Without an internal host there is nothing to tell them from.
        return internal.isEmpty() ? EnvironmentHosts.NONE : new EnvironmentHosts(internal, customers);
    }

    private static Optional<String> host(Environment environment) {
        return environment
                .target()
                .filter(Target.LiveSite.class::isInstance)
                .map(target -> ((Target.LiveSite) target).url().getHost().toLowerCase(Locale.ROOT));
    }
}
