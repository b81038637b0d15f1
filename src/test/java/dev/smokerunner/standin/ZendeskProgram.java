package dev.smokerunner.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The stand-in for Zendesk as a program of its own, for benches: it says where it is, then does what each line of its input says,
 * and answers with one line. {@code ticket TEXT}: a customer writes; {@code change NUMBER}: an agent does something to a ticket;
 * {@code lose}: the next answer gets lost; {@code refuse}: the next request is refused with 429; {@code end}: all tokens end; {@code
 * state}: all tickets as JSON; {@code log}: how often what was answered.
 */
public final class ZendeskProgram {
    private ZendeskProgram() {}

    /** Starts it. */
    public static void main(String[] none) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Zendesk zendesk = Zendesk.start(ZendeskRules.HURRIED, InstantSource.system())) {
            out.println(zendesk.url());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(zendesk, line.split(" ", 2)));
            }
        }
    }

    private static String answer(Zendesk zendesk, String[] words) {
        switch (words[0]) {
            case "ticket" -> {
                return String.valueOf(zendesk.ticket(words[1], words[1]));
            }
            case "change" -> zendesk.change(Long.parseLong(words[1]), Map.of("status", "open"));
            case "lose" -> zendesk.loseAnswers(1);
            case "refuse" -> zendesk.refuse(429);
            case "end" -> zendesk.endTokens();
            case "state" -> {
                return zendesk.tickets().toString();
            }
            default -> {
                return counts(zendesk.log());
            }
        }
        return "done";
    }

    private static String counts(List<String> log) {
        return log.size() + " requests, " + count(log, " 401") + " answered 401, " + count(log, " 429")
                + " answered 429";
    }

    private static long count(List<String> log, String end) {
        return log.stream().filter(line -> line.endsWith(end)).count();
    }
}
