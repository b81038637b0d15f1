package dev.smokerunner.canary.telling;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.smokerunner.canary.CanaryResult.ChangedFile;
import dev.smokerunner.canary.CanaryResult.SafeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A safe set as a patch to the manifest and the lock, for {@code git apply} and {@code patch -p1}. */
public final class SafePatch {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private SafePatch() {}

    /** The patch; empty where no file changes. */
    public static String of(SafeSet safe) {
        StringBuilder patch = new StringBuilder();
        for (Map.Entry<String, ChangedFile> file : safe.files().entrySet()) {
            List<String> before = lines(file.getValue().before());
            List<String> after = lines(file.getValue().after());
            List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                    "a/" + file.getKey(), "b/" + file.getKey(), before, DiffUtils.diff(before, after), CONTEXT);
            diff.forEach(line -> patch.append(line).append('\n'));
        }
        return patch.toString();
    }

    /** A last line without an end carries its mark with it, so that it differs from one with an end. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int last = lines.size() - 1;
        String end = lines.remove(last);
        if (!end.isEmpty()) {
            lines.add(end + "\n" + NO_NEWLINE);
        }
        return lines;
    }
}
