package dev.smokerunner.doctor;

import java.util.List;

/**
 * Whether a name resolves.
 *
 * @param asking asks the name servers
 * @param host the name
 * @param isByProxy whether a proxy asks for it, and this machine need not know it
 */
record NameExamination(Asking asking, String host, boolean isByProxy) implements Examination {

    @Override
    public String subject() {
        return "DNS";
    }

    @Override
    public List<Diagnosis> examine() {
        if (isByProxy) {
            return List.of(Diagnosis.skip(subject(), host + " is resolved by the proxy"));
        }
        List<String> addresses = asking.addresses(host);
        if (addresses.isEmpty()) {
            return List.of(Diagnosis.fail(
                    subject(),
                    host + " does not resolve",
                    "try getent hosts " + host + "; look at /etc/resolv.conf, and whether a VPN or a proxy is needed"));
        }
        String more = addresses.size() > 1 ? " and " + (addresses.size() - 1) + " more" : "";
        return List.of(Diagnosis.ok(subject(), host + " is " + addresses.get(0) + more));
    }
}
