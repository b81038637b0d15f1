package dev.smokerunner.canary.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocksTest {
    @TempDir
    private Path project;

    @Test
    void readsALockOfNpm() throws Exception {
        write("package-lock.json", """
                {"lockfileVersion": 3, "packages": {
                  "": {"name": "made"},
                  "node_modules/a": {"version": "1.2.3", "dependencies": {"b": "^1"}, "peerDependencies": {"c": ">=2"}},
                  "node_modules/a/node_modules/@s/b": {"version": "1.0.0", "hasInstallScript": true},
                  "node_modules/own": {"resolved": "packages/own", "link": true},
                  "packages/own": {"version": "0.0.0"}}}
                """);

        Lock lock = PackageTools.of(project).lock(project);

        assertThat(lock.versions()).hasToString("{@s/b=[1.0.0], a=[1.2.3]}");
        assertThat(lock.named("a").get(0).peers()).containsEntry("c", ">=2");
        assertThat(lock.named("@s/b").get(0).hasInstallScript()).isTrue();
    }

    @Test
    void readsAnOldLockOfNpm() throws Exception {
        write("package-lock.json", """
                {"lockfileVersion": 1, "dependencies": {
                  "a": {"version": "1.2.3", "requires": {"b": "^1"}, "dependencies": {"b": {"version": "1.0.0"}}}}}
                """);

        Lock lock = PackageTools.of(project).lock(project);

        assertThat(lock.packages().keySet()).containsExactly("node_modules/a", "node_modules/a/node_modules/b");
        assertThat(lock.way(Set.of("a"), "b")).contains(List.of("a", "b"));
    }

    @Test
    void readsALockOfYarn() throws Exception {
        write("yarn.lock", """
                # yarn lockfile v1


                "@s/b@^1.0.0", "@s/b@^1.1.0":
                  version "1.1.5"
                  resolved "https://registry.yarnpkg.com/@s/b/-/b-1.1.5.tgz#00"

                chalk@^4.1.0:
                  version "4.1.0"
                  dependencies:
                    ansi-styles "^4.1.0"
                    "@s/b" "^1.0.0"
                """);

        Lock lock = PackageTools.of(project).lock(project);

        assertThat(PackageTools.of(project).name()).isEqualTo("yarn");
        assertThat(lock.versions()).hasToString("{@s/b=[1.1.5], chalk=[4.1.0]}");
        assertThat(lock.named("chalk").get(0).needs()).containsExactlyInAnyOrder("ansi-styles", "@s/b");
        assertThat(YarnLock.read(project.resolve("yarn.lock")).without(Set.of("@s/b")))
                .contains("chalk@^4.1.0:")
                .doesNotContain("1.1.5");
    }

    @Test
    void readsALockOfYarnBerry() throws Exception {
        write("yarn.lock", """
                __metadata:
                  version: 8
                "chalk@npm:^4.1.0, chalk@npm:^4":
                  version: 4.1.2
                  resolution: "chalk@npm:4.1.2"
                  dependencies:
                    ansi-styles: "npm:^4.1.0"
                  languageName: node
                  linkType: hard
                "made@workspace:.":
                  version: 0.0.0-use.local
                  resolution: "made@workspace:."
                  linkType: soft
                """);

        Lock lock = PackageTools.of(project).lock(project);

        assertThat(PackageTools.of(project).name()).isEqualTo("yarn berry");
        assertThat(lock.versions()).hasToString("{chalk=[4.1.2]}");
    }

    @Test
    void readsALockOfPnpm() throws Exception {
        write("pnpm-lock.yaml", """
                lockfileVersion: '9.0'
                importers:
                  .:
                    dependencies:
                      chalk: {specifier: ^4.1.0, version: 4.1.0}
                packages:
                  '@s/b@1.1.5':
                    resolution: {integrity: sha512-00}
                  chalk@4.1.0:
                    resolution: {integrity: sha512-00}
                    peerDependencies: {c: '>=2'}
                snapshots:
                  '@s/b@1.1.5': {}
                  chalk@4.1.0(c@2.1.0):
                    dependencies: {'@s/b': 1.1.5}
                """);

        Lock lock = PackageTools.of(project).lock(project);

        assertThat(lock.versions()).hasToString("{@s/b=[1.1.5], chalk=[4.1.0]}");
        assertThat(lock.named("chalk").get(0).needs()).containsExactly("@s/b");
        assertThat(RootRanges.of(project.resolve("pnpm-lock.yaml"))).containsEntry("chalk", "^4.1.0");
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        write("package-lock.json", "{\"packages\": ");

        assertThatThrownBy(() -> PackageTools.of(project).lock(project))
                .isInstanceOf(PackagesException.class)
                .hasMessageStartingWith(project.resolve("package-lock.json") + ": ");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(project.resolve(name), text);
    }
}
