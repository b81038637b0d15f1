package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void spellsControlCharactersOut() {
        assertThat(TerminalText.field("a\u001b[2J\u0007\b\u009b\u0000")).isEqualTo("a\\x1b[2J\\x07\\x08\\x9b\\x00");
    }

    @Test
    void keepsAFieldInItsLine() {
        assertThat(TerminalText.field("a\nb\r\nc\td\u2028e")).isEqualTo("a\\nb\\r\\nc\\td\\u2028e");
    }

    @Test
    void spellsOutWhatCannotBeSeen() {
        assertThat(TerminalText.field("\u202egnp.exe\u200b\ufeff\ud800"))
                .isEqualTo("\\u202egnp.exe\\u200b\\ufeff\\ud800");
    }

    @Test
    void leavesTheTextsOfTheWorldAlone() {
        assertThat(TerminalText.field("Kayıt ol 登録 \ud83d\ude00")).isEqualTo("Kayıt ol 登録 \ud83d\ude00");
    }

    @Test
    void saysHowMuchItCutOff() {
        assertThat(TerminalText.field("a".repeat(100_000))).isEqualTo("a".repeat(300) + "... (99700 more)");
    }

    @Test
    void neverCutsWithinAnEscape() {
        assertThat(TerminalText.field("abcde\u001bfg", 8)).isEqualTo("abcde... (3 more)");
        assertThat(TerminalText.field("abcd\u001bfg", 8)).isEqualTo("abcd\\x1b... (2 more)");
    }

    @Test
    void spellsOutACommandOfGitHubBehindAnyWhiteSpace() {
        assertThat(TerminalText.line(" \u00a0 ::error::x")).isEqualTo(" \u00a0 \\x3a:error::x");
    }

    @Test
    void leavesColonsWithinALineAlone() {
        assertThat(TerminalText.line("std::vector")).isEqualTo("std::vector");
    }

    @Test
    void spellsOutCommandsOfAzureAndTeamCityAnywhereInALine() {
        assertThat(TerminalText.line("a ##vso[x] ###teamcity[y]")).isEqualTo("a #\\x23vso[x] #\\x23#teamcity[y]");
    }
}
