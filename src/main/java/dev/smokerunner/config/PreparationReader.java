package dev.smokerunner.config;

import dev.smokerunner.observe.visitor.LogInStep;
import dev.smokerunner.observe.visitor.Preparation;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads what makes a visitor somebody who is logged in.
 *
 * @param redaction knows the config's secrets
 */
record PreparationReader(Redaction redaction) {

    /**
     * Reads cookies and storage of one browser, and the steps of the log-in.
     *
     * @param browser the browser's settings
     * @param login the steps, which are the same for every browser
     */
    Preparation read(ConfigNode browser, ConfigNode login) {
        ConfigNode storage = browser.get("storage");
        return new Preparation(
                values(browser.get("cookies"), ValueParsers::cookieValue),
                values(storage.get("local"), UnaryOperator.identity()),
                values(storage.get("session"), UnaryOperator.identity()),
                steps(login.items()));
    }

    private static Map<String, Secret> values(ConfigNode entry, UnaryOperator<String> parse) {
        Map<String, Secret> values = new LinkedHashMap<>();
        entry.entries()
                .forEach((name, value) -> value.read(parse).ifPresent(text -> values.put(name, new Secret(text))));
        return values;
    }

    private List<LogInStep> steps(List<ConfigNode> items) {
        if (!items.isEmpty()
                && items.get(0).isSound()
                && !items.get(0).get("goto").isThere()) {
            items.get(0).add("expected goto as the first step, because a browser begins on an empty page");
        }
        return items.stream().flatMap(item -> step(item).stream()).toList();
    }

    private Optional<LogInStep> step(ConfigNode item) {
        Optional<LogInStep> going = item.get("goto").read(ValueParsers::address).map(LogInStep.GoTo::new);
        Optional<LogInStep> click = item.get("click").read(CssSelector::parse).map(LogInStep.Click::new);
        Optional<LogInStep> sight =
                item.get("wait-for").read(CssSelector::parse).map(LogInStep.WaitFor::new);
        return going.or(() -> click).or(() -> sight).or(() -> fill(item.get("fill")));
    }

    private Optional<LogInStep> fill(ConfigNode entry) {
        Optional<String> with = entry.get("with").text();
        return entry.get("css")
                .read(CssSelector::parse)
                .flatMap(css -> with.map(text -> new LogInStep.Fill(css, new Secret(text), redaction.isSecret(text))));
    }
}
