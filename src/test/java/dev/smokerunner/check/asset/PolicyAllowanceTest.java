package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PolicyDirective;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PolicyAllowanceTest {
    private static final String HOST = "https://static.shop.example";

    private static PolicyAllowance of(String policy, boolean hasOwnNonce) {
        return new PolicyAllowance(new PolicyDirective(policy), URI.create(HOST + "/js/main.js"), true, hasOwnNonce);
    }

    @Test
    void asksForNoHostWhereHostsCountForNothing() {
        PolicyAllowance strict = of("script-src 'strict-dynamic' 'nonce-a1'", false);

        assertThat(strict.expected()).doesNotContain(HOST);
        assertThat(strict.flaw()).contains("hosts count for nothing");
    }

    @Test
    void asksForOneAnswerWhereTheTagHasAnotherNonce() {
        assertThat(of("script-src 'nonce-a1'", true).fault()).contains(PolicyAllowance.OTHER_NONCE);
        assertThat(of("script-src 'nonce-a1'", true).hint()).contains("one answer");
    }

    @Test
    void asksForTheHostOtherwise() {
        assertThat(of("script-src 'self'", false).expected()).isEqualTo("script-src that allows " + HOST);
    }

    @Test
    void saysThatOnlyThePathOfASourceDoesNotFit() {
        PolicyAllowance folder = of("script-src 'self' " + HOST + "/lib/", false);

        assertThat(folder.flaw()).contains("another path").contains(HOST + "/lib/");
        assertThat(folder.expected()).contains(HOST + "/js/main.js");
        assertThat(folder.hint()).contains("the path counts");
    }
}
