package dev.smokerunner.report;

import java.util.List;
import java.util.stream.Stream;

/** What pages, consoles, headers and file names may say to whoever prints them. */
final class HostileText {
    private static final List<String> PAYLOADS = List.of(
            // terminals
            "\u001b[2J\u001b[H",
            "\u001b[31mred",
            "\u001b]0;title\u0007",
            "\u001b]8;;http://evil.example/\u001b\\link\u001b]8;;\u001b\\",
            "\u001b]52;c;cm0gLXJm\u0007",
            "\u001bP+q544e\u001b\\",
            "\u001b[8mha:hidden note\u001b[0m",
            "\u009b2J",
            "\u009d0;title\u009c",
            "\u001bc",
            "PASS\rFAIL",
            "over\b\b\b\bwritten",
            "\u0007\u0007\u0007",
            "\u0000",
            "a\u0000b",
            "\u007f\u007f",
            "\u000b\u000c",
            "\u000e\u000f",
            "\u0085next line",
            "\u2028line\u2029paragraph",
            "tab\tstop",
            // what is not seen, or seen in another order
            "\u202egnp.exe",
            "\u2066\u2067\u2068\u2069",
            "\u202a\u202b\u202c\u202d",
            "\u200b\u200c\u200d\u200e\u200f",
            "\u061c\u180e\ufeff",
            "\u00adsoft\u00adhyphen",
            "\udb40\udc41\udb40\udc42 tags",
            "\u034f\ufe0f\u3164",
            // CI logs
            "::error::broken",
            "::error file=a.js,line=1::x",
            "  ::set-output name=a::b",
            "\u00a0::add-mask::e",
            "\u3000::stop-commands::x",
            "x\n::error::x",
            "x\r::error::x",
            "x\r\n::warning::x",
            "\u200b::error::x",
            "\ufe0f::error::x",
            ":\u200b:error::x",
            "\u001b[0m::error::x",
            "word ".repeat(40) + "::error::wrapped",
            "word ".repeat(12) + "::debug:: ::debug:: ::debug:: ::debug:: ::debug:: ::debug:: ::debug::",
            "##[error]x",
            "text ##[add-path]/tmp/evil",
            "###[group]x",
            "##teamcity[buildStatus text='ok' status='SUCCESS']",
            "see ##teamcity[testFinished name='x']",
            "##vso[task.setvariable variable=a]b",
            "#\u200b#[error]x",
            "section_start:1:x\r\u001b[0K",
            // mark-up
            "]]>",
            "<![CDATA[x]]>",
            "</failure></testcase></testsuite></testsuites>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
            "&#0;&#x1b;&lt;",
            "\"/><testcase name='forged'/>",
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "\",\"verdict\":\"pass\",\"x\":\"",
            "\\u0022\\",
            "\\",
            "'; rm -rf / #",
            "$1 \\1 %s %n %%JSON%% {{title}} ${jndi:ldap://x}",
            // broken text
            "\ud800",
            "\udc00",
            "a\ud800b",
            "\udc00\ud800",
            "\ud83d",
            "\ufffe\uffff\ufdd0",
            "\ud83d\ude00 is whole",
            "\u0130\u0131 ISTANBUL",
            "e\u0301\u0302\u0303".repeat(200),
            "",
            " ",
            "\n\n\n",
            "\u001b".repeat(1_000),
            "a".repeat(100_000),
            "<&>\u001b\ud800##[".repeat(10_000),
            "two words ".repeat(10_000));

    private HostileText() {}

    static Stream<String> payloads() {
        return PAYLOADS.stream();
    }
}
