package dev.smokerunner.zoo;

import dev.smokerunner.result.Finding;

/**
 * What a reader meets first.
 *
 * @param verdict the verdict
 * @param kind check and kind of the first finding; "nothing" without any
 * @param subject the subject of the first finding, without the port, which is another one for each site
 */
record Said(String verdict, String kind, String subject) {
    static Said of(Trial trial) {
        String verdict = trial.result().verdict().toString();
        return trial.result().findings().stream()
                .findFirst()
                .map(first -> new Said(verdict, kind(first), withoutPort(first.subject())))
                .orElseGet(() -> new Said(verdict, "nothing", ""));
    }

    private static String kind(Finding finding) {
        return finding.check() + "/" + finding.kind();
    }

    private static String withoutPort(String subject) {
        return subject.replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1");
    }

    @Override
    public String toString() {
        return (verdict + ", " + kind + " " + subject).strip();
    }
}
