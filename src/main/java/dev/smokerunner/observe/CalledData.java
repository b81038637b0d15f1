package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JSON files that a page called for, where what it did afterwards has the marks of a template in it: then their text is
 * worth a look. Otherwise they are left alone, as all calls are.
 */
final class CalledData {
    private static final Pattern MARKS = Pattern.compile(
            "\\$(\\{|%7B|\\()|\\{\\{|%7B%7B|<%|%3C%|#\\{|__[A-Z]|%(25)?[A-Z_]{3,}|@\\w[\\w.]*@",
            Pattern.CASE_INSENSITIVE);
    /** A page has one or two files of settings. */
    private static final int MOST = 5;

    private CalledData() {}

    /** The calls for such files, in order. */
    static List<BrowserRequest> in(BrowserVisit visit) {
        boolean hasMarks = Stream.concat(
                                visit.requests().stream()
                                        .map(request -> request.url().toString()),
                                visit.messages().stream()
                                        .map(message -> message.quote().text()))
                        .anyMatch(text -> MARKS.matcher(text).find())
                || visit.rendered()
                        .value()
                        .filter(page -> !page.templateTexts().isEmpty())
                        .isPresent();
        return !hasMarks
                ? List.of()
                : visit.requests().stream()
                        .filter(CalledData::isFile)
                        .limit(MOST)
                        .toList();
    }

    private static boolean isFile(BrowserRequest request) {
        String path = Optional.ofNullable(request.url().getPath()).orElse("");
        return request.kind() == BrowserRequest.Kind.CALL
                && request.firstParty()
                && request.method().equals("GET")
                && request.isOk()
                && path.endsWith(".json");
    }
}
