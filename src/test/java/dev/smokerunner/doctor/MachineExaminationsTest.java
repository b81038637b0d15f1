package dev.smokerunner.doctor;

import static dev.smokerunner.doctor.Diagnosis.Level.FAIL;
import static dev.smokerunner.doctor.Diagnosis.Level.OK;
import static dev.smokerunner.doctor.Diagnosis.Level.SKIP;
import static dev.smokerunner.doctor.Diagnosis.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.doctor.Diagnosis.Level;
import dev.smokerunner.doctor.Host.Family;
import dev.smokerunner.doctor.Host.JavaFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What each examination of the machine calls good and bad. */
class MachineExaminationsTest {
    private final HostStub host = new HostStub();

    @Test
    void aHealthyMachineIsFine() {
        assertThat(machine()).extracting(Diagnosis::level).containsOnly(OK);
    }

    @Test
    void onOtherSystemsWhatIsOfLinuxIsNotLookedAt() {
        host.family = Family.WINDOWS;
        host.load = OptionalDouble.empty();
        host.steal = OptionalDouble.empty();

        assertThat(machine())
                .filteredOn(one -> one.level() != OK)
                .extracting(Diagnosis::subject, Diagnosis::level, Diagnosis::found)
                .allSatisfy(line -> assertThat(line.toList().subList(1, 3))
                        .isEqualTo(List.of(SKIP, "not looked at on this system")))
                .extracting(line -> line.toList().get(0))
                .containsExactly("sandbox", "/dev/shm", "PID 1", "load", "stolen time");
    }

    @Test
    void whatIsWrongIsToldWithWhatToDo() {
        host.root = true;
        host.java = new JavaFacts("25+36", "/opt/java", Optional.of("/old.jsa"), false);
        host.collects = Optional.of(false);
        host.load = OptionalDouble.of(4.1);
        host.steal = OptionalDouble.of(0.1);
        host.free = OptionalLong.of(63L << 20);

        assertThat(machine())
                .filteredOn(one -> one.level() == WARN)
                .allMatch(one -> one.advice().isPresent())
                .extracting(Diagnosis::subject)
                .containsExactly(
                        "class archive", "sandbox", "/dev/shm", "PID 1", "load", "stolen time", "temporary files");
    }

    @Test
    void aFolderThatCannotBeWrittenToFails() {
        host.refusal = Optional.of("AccessDeniedException");

        Diagnosis found = temporary().examine().get(0);

        assertThat(found.level()).isEqualTo(FAIL);
        assertThat(found.found()).isEqualTo("cannot write to /: AccessDeniedException");
    }

    @Test
    void aKernelThatForbidsUserNamespacesIsNamed() {
        host.files.put(Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"), "1");

        Diagnosis found = new SandboxExamination(host).examine().get(0);

        assertThat(found.level()).isEqualTo(WARN);
        assertThat(found.found()).contains("apparmor_restrict_unprivileged_userns is 1");
    }

    @Test
    void littleSharedMemoryIsNoTroubleForChromium() {
        host.free = OptionalLong.of(64L << 20);

        assertThat(level(new SharedMemoryExamination(host, false))).isEqualTo(OK);
        assertThat(level(new SharedMemoryExamination(host, true))).isEqualTo(WARN);
    }

    @Test
    void whatCouldNotBeTriedIsNotCalledGood() {
        host.collects = Optional.empty();

        assertThat(level(new FirstProcessExamination(host))).isEqualTo(SKIP);
    }

    @Test
    void proxiesAreShownWithoutPasswords() {
        host.variables.put("http_proxy", "http://user:hunter22@proxy.example:3128");
        host.variables.put("HTTPS_PROXY", "user:hunter22@proxy.example:3128");

        assertThat(new ProxyExamination(host).examine())
                .extracting(Diagnosis::found)
                .containsExactly("http_proxy=http://***@proxy.example:3128, HTTPS_PROXY=***@proxy.example:3128");
    }

    @Test
    void twoSpellingsOfAProxyThatDifferAreToldOf() {
        host.variables.put("no_proxy", "a.example");
        host.variables.put("NO_PROXY", "b.example");

        assertThat(new ProxyExamination(host).examine())
                .extracting(Diagnosis::level)
                .containsExactly(OK, WARN);
    }

    @Test
    void stolenTimeIsAShareOfAllTime() {
        long[] before = {10, 0, 10, 80, 0, 0, 0, 0};
        long[] after = {20, 0, 20, 150, 0, 0, 0, 10};

        assertThat(ProcessorTimes.share(before, after)).hasValue(0.1);
        assertThat(ProcessorTimes.share(before, before)).isEmpty();
    }

    @Test
    void processorTimesAreTheFirstLine() {
        host.files.put(Path.of("/proc/stat"), "cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 1 1 1 1 1 1 1 1 1 1");

        assertThat(new ProcessorTimes(host).read()).hasValue(new long[] {1, 2, 3, 4, 5, 6, 7, 8});
    }

    private List<Diagnosis> machine() {
        List<Examination> all = List.of(
                new JavaExamination(host),
                new SandboxExamination(host),
                new SharedMemoryExamination(host, true),
                new FirstProcessExamination(host),
                new LoadExamination(host),
                temporary());
        return all.stream().flatMap(one -> one.examine().stream()).toList();
    }

    private FolderExamination temporary() {
        return new FolderExamination(host, "temporary files", Path.of("/"), 100L << 20, "name another one");
    }

    private static Level level(Examination examination) {
        return examination.examine().get(0).level();
    }
}
