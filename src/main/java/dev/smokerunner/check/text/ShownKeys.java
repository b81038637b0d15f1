package dev.smokerunner.check.text;

import dev.smokerunner.check.web.LanguageFiles;
import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds keys of texts that visitors see in place of the texts, since the file of their language does not have them: libraries
 * for translations show the key then, and say nothing. Documentation shows such names too, so it counts only where the code of
 * the page looks them up and a file of a language was asked for.
 */
public final class ShownKeys {
    private static final Kind SHOWN = Kind.lack("text-keys-shown", "key of a text that visitors see");

    private static final Set<Loss> TEXTS_TO_SHOW = Set.of(Loss.ANSWER, Loss.CODE, Loss.START, Loss.REST_OF_SCRIPT);
    /** Names with dots between them, as {@code menu.open-hours}. */
    private static final Pattern KEY =
            Pattern.compile("(?<!\\S)[a-z][A-Za-z0-9_-]*+(?:\\.[A-Za-z0-9_-]+){1,6}+(?!\\S)");
    /** How the attributes are called that hold keys, whatever the library is. */
    private static final String OF_KEYS = "[\\w:-]*(?:i18n|l10n|transl|locali[sz]|lang|text|msg|key)[\\w:-]*";

    /** One is forgotten now and then; a page without its texts has many. */
    private static final int FEW = 2;

    private static final int MOST_LINES = 10;

    private ShownKeys() {}

    /**
     * The keys that visitors see.
     *
     * @param check the name of the check that tells it
     */
    public static Optional<Detection> of(String check, PageObservation page) {
        List<String> candidates = page.rendered().map(RenderedPage::visibleText).stream()
                .flatMap(text -> KEY.matcher(text).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        if (candidates.size() < FEW) {
            return Optional.empty();
        }
        Optional<BrowserRequest> texts = Requests.of(page).stream()
                .filter(request -> LanguageFiles.isOne(request.url().toString()))
                .findFirst();
        return texts.flatMap(file -> {
            List<String> code = PageCode.of(page).toList();
            List<String> keys =
                    candidates.stream().filter(key -> isLookedUp(code, key)).toList();
            return keys.size() < FEW ? Optional.empty() : Optional.of(finding(check, page, file, keys));
        });
    }

    /** Whether it is the only argument of a call, or what an attribute for keys says; files are called and named as well. */
    private static boolean isLookedUp(List<String> code, String key) {
        Pattern use = Pattern.compile(
                "(?:(?<!\\b(?:require|import|fetch|open|URL|Worker))\\(\\s*|" + OF_KEYS + "=)([\"'`])"
                        + Pattern.quote(key) + "\\1",
                Pattern.CASE_INSENSITIVE);
        return code.stream().anyMatch(text -> use.matcher(text).find());
    }

    private static Detection finding(String check, PageObservation page, BrowserRequest texts, List<String> keys) {
        return Detection.on(page.url(), check, SHOWN, Severity.SEV3, texts.url())
                .misses(TEXTS_TO_SHOW)
                .message("visitors see keys in place of texts: "
                        + Format.line(String.join(", ", keys.subList(0, Math.min(3, keys.size())))))
                .expected("the texts that " + texts.url() + " should have for them")
                .actual(Requests.words(texts))
                .evidence(keys.stream().limit(MOST_LINES).map(Format::line).toList())
                .hint("compare the file of the language with the keys: it is empty, of another release, or nests them"
                        + " otherwise than the code expects")
                .reproduce(Reproduction.bytes(texts.url()))
                .attempts(page.attempts())
                .build();
    }
}
