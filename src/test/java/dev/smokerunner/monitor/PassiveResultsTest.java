package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.report.HostileText;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassiveResultsTest {
    private final ScriptedSite site = new ScriptedSite();

    private SmokeResult result() {
        return site.look(site.watched().plan());
    }

    @Test
    void handsARoundOverInTheWordsOfNagios() {
        assertThat(PassiveResult.of(result()).command())
                .startsWith("[1772618400] PROCESS_SERVICE_CHECK_RESULT;shop.test;smoke default;0;SMOKE OK");
        site.fails("app.js");
        assertThat(PassiveResult.of(result()).command())
                .contains(";2;SMOKE CRITICAL")
                .contains("app.js is missing");
    }

    @Test
    void isOneLineWhateverThePageSays() {
        for (String hostile : HostileText.payloads().toList()) {
            site.fails(hostile);
            assertThat(PassiveResult.of(result()).command().lines()).hasSize(1);
            assertThat(PassiveResult.of(result()).line().split("\t")).hasSize(4);
        }
    }

    @Test
    void writesAllThatWaitsBeforeItEnds(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("nagios.cmd"));
        try (PassiveResults results = new PassiveResults(new PassiveTarget.CommandFile(file), site.log())) {
            for (int i = 0; i < 20; i++) {
                results.round(new SiteLook(site.watched(), "", "me", result(), true));
            }
        }
        assertThat(file).content().hasLineCount(20);
        assertThat(site.said).isEmpty();
    }

    @Test
    void saysWhatSendNscaSays() {
        PassiveTarget nobody = new PassiveTarget.Nsca("127.0.0.1", 9, Optional.empty());

        assertThatThrownBy(() -> nobody.take(PassiveResult.of(result())))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("send_nsca (to 127.0.0.1:9 failed: .+|cannot be started .+nsca-client.+)");
    }

    @Test
    void saysWhereNoNagiosReads() throws InterruptedException {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        MonitorLog log = new MonitorLog() {
            @Override
            public void round(SiteLook look, SiteMemory memory) {
                // It is not asked for.
            }

            @Override
            public void problem(String text) {
                said.add(text);
            }

            @Override
            public void note(String text) {
                said.add(text);
            }
        };
        new PassiveResults(new PassiveTarget.CommandFile(Path.of("/nowhere/nagios.cmd")), log)
                .round(new SiteLook(site.watched(), "", "me", result(), true));

        assertThat(said.poll(30, TimeUnit.SECONDS))
                .isEqualTo("Nagios's command file /nowhere/nagios.cmd cannot be written: /nowhere/nagios.cmd");
    }
}
