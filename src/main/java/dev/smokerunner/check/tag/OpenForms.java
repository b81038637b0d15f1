package dev.smokerunner.check.tag;

import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds a form whose end tag was lost before another one begins. Browsers then drop the tag of the second (HTML Standard,
 * 13.2.6.4.7): there is no such form, and its fields are sent where those of the first are.
 */
final class OpenForms {
    private static final Pattern END_TAG = Pattern.compile("</form(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private OpenForms() {}

    static List<TagTrouble> troubles(HtmlDocument html) {
        List<Tag> forms = html.markup().tags().stream()
                .filter(tag -> tag.name().equals("form"))
                .toList();
        // Who writes one form into another closes both: then no tag was lost.
        boolean isEndLost = ends(html.source()) < forms.size();
        List<TagTrouble> troubles = new ArrayList<>();
        for (int i = 0; i + 1 < forms.size() && isEndLost; i++) {
            Tag form = forms.get(i);
            Tag next = forms.get(i + 1);
            if (ends(html.source().substring(form.end(), next.start())) == 0) {
                troubles.add(TagTrouble.of(
                        form.start(),
                        form.end(),
                        TagKinds.FORM_OPEN,
                        "is not closed before the next form, in line " + Locations.line(html, next.start())
                                + ": the browser drops the tag of that one, and takes its fields for those of this",
                        Severity.SEV2));
            }
        }
        return troubles;
    }

    private static long ends(String source) {
        return END_TAG.matcher(source).results().count();
    }
}
