package dev.smokerunner.report;

import static dev.smokerunner.report.GithubText.data;
import static dev.smokerunner.report.GithubText.property;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a result to GitHub Actions as annotations: commands in the job's log that it shows beside the job and, where they have a
 * file of the repository, beside its lines. The job's summary is {@link JobSummary}'s.
 */
final class GithubReport implements Report {
    /** Of each kind GitHub shows so many for a step, and drops the others without a word. */
    private static final int MOST = 10;

    private final SourceTree sources;

    GithubReport() {
        this(SourceTree.around(Path.of("")));
    }

    GithubReport(SourceTree sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "github";
    }

    /** GitHub reads the log. */
    @Override
    public Optional<String> fileName() {
        return Optional.empty();
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        writeAll(List.of(result), out);
    }

    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        for (SmokeResult result : results) {
            verdict(result, out);
        }
        List<Annotation> errors = new ArrayList<>();
        List<Annotation> notices = new ArrayList<>();
        for (SmokeResult result : results) {
            VerdictText.failing(result).forEach(finding -> errors.add(of(result, finding)));
            VerdictText.notes(result).forEach(note -> notices.add(of(result, note)));
        }
        write("error", errors, out);
        write("notice", notices, out);
    }

    /** A fail is told by its findings; where it has none, and else, the verdict stands for itself. */
    private void verdict(SmokeResult result, Appendable out) throws IOException {
        if (VerdictText.failing(result).isEmpty()) {
            String title = VerdictText.verdict(result) + ": " + VerdictText.subject(result);
            new Annotation(sources.place(result), title, VerdictText.why(result))
                    .write(result.verdict() == Verdict.PASS ? "notice" : "error", out);
        }
    }

    private Annotation of(SmokeResult result, Finding finding) {
        String title = finding.check() + " Sev " + result.severityOf(finding).level() + " "
                + VerdictText.subject(result) + ": " + finding.subject();
        return new Annotation(sources.place(result, finding), title, FindingText.sentenceFirst(finding));
    }

    private static void write(String level, List<Annotation> all, Appendable out) throws IOException {
        int shown = all.size() <= MOST ? all.size() : MOST - 1;
        for (Annotation annotation : all.subList(0, shown)) {
            annotation.write(level, out);
        }
        if (shown < all.size()) {
            String more = Wording.count(all.size() - (long) shown, "more finding");
            new Annotation(Optional.empty(), more, "the summary of the job has more of them").write(level, out);
        }
    }

    private record Annotation(Optional<SourceTree.Place> place, String title, String text) {
        void write(String level, Appendable out) throws IOException {
            out.append("::").append(level).append(' ');
            if (place.isPresent()) {
                out.append("file=").append(property(place.get().path()));
                out.append(",line=" + place.get().line() + ",col=" + place.get().column() + ",");
            }
            out.append("title=")
                    .append(property(title))
                    .append("::")
                    .append(data(text))
                    .append('\n');
        }
    }
}
