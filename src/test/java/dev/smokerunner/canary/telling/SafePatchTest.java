package dev.smokerunner.canary.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.CanaryResult.ChangedFile;
import dev.smokerunner.canary.CanaryResult.SafeSet;
import dev.smokerunner.canary.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafePatchTest {
    @Test
    void isAPatchForGit() {
        assertThat(patch("{\n  \"a\": \"~1.0.0\"\n}\n", "{\n  \"a\": \"1.0.0\"\n}\n"))
                .isEqualTo("""
                --- a/package.json
                +++ b/package.json
                @@ -1,3 +1,3 @@
                 {
                -  "a": "~1.0.0"
                +  "a": "1.0.0"
                 }
                """);
    }

    @Test
    void saysWhereALastLineHasNoEnd() {
        assertThat(patch("{}", "{}\n")).isEqualTo("""
                --- a/package.json
                +++ b/package.json
                @@ -1,1 +1,1 @@
                -{}
                \\ No newline at end of file
                +{}
                """);
    }

    @Test
    void isEmptyWhereNothingChanges() {
        assertThat(patch("{}\n", "{}\n")).isEmpty();
    }

    private static String patch(String before, String after) {
        return SafePatch.of(new SafeSet(
                List.of(),
                Map.of(),
                new Outcome.NotTried("not tried"),
                Map.of("package.json", new ChangedFile(before, after))));
    }
}
