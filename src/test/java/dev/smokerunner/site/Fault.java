package dev.smokerunner.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a site answers for one path, as written in a case's {@code faults} file: the path and then words, for example
 * {@code /js/app.js status 403 type application/xml file denied.xml}.
 *
 * <p>In the path, {@code *} stands for any characters; {@code missing} stands for every path that no file has. A value with
 * spaces stands in double quotes.
 *
 * <ul>
 *   <li>{@code status N}, {@code type T} ({@code none} for no type at all), {@code file F} (another file's bytes), {@code header NAME=VALUE}
 *   <li>{@code empty} no bytes, {@code cut N} the connection ends after N bytes, {@code halve} the file ends early,
 *       {@code gzip} the bytes are compressed and no header says so
 *   <li>{@code hang} no answer at all, {@code stream} headers and then nothing more, {@code reset} the connection is cut
 *   <li>{@code redirect TO}, {@code delay N} the answer begins after N milliseconds
 *   <li>{@code first N} only the first N times; the file as it is afterwards
 *   <li>{@code every N} only the first of N times, again and again
 *   <li>{@code agent A} only for clients that have A in their name, {@code method M} only for that method
 *   <li>{@code cookieless C} only for requests without C in their cookies
 * </ul>
 */
record Fault(String path, Map<String, String> words, Map<String, String> headers) {
    private static final List<String> FLAGS = List.of("empty", "halve", "hang", "stream", "reset", "gzip");
    private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    static List<Fault> parse(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Fault::parseLine)
                .toList();
    }

    private static Fault parseLine(String line) {
        List<String> tokens = TOKEN.matcher(line)
                .results()
                .map(token -> token.group().replace("\"", ""))
                .collect(Collectors.toCollection(ArrayList::new));
        String path = tokens.remove(0);
        Map<String, String> words = new TreeMap<>();
        Map<String, String> headers = new TreeMap<>();
        while (!tokens.isEmpty()) {
            String word = tokens.remove(0);
            if (FLAGS.contains(word)) {
                words.put(word, "");
            } else if (word.equals("header")) {
                String[] header = tokens.remove(0).split("=", 2);
                headers.put(header[0], header[1]);
            } else {
                words.put(word, tokens.remove(0));
            }
        }
        return new Fault(path, words, headers);
    }

    /** Whether this is how the site answers a request. */
    boolean isFor(Asked asked) {
        return (path.equals("missing") ? !asked.isFile() : asked.path().matches(glob()))
                && asked.time() <= number("first", Integer.MAX_VALUE)
                && asked.time() % number("every", 1) == 1 % number("every", 1)
                && asked.method().equals(word("method", asked.method()))
                && asked.agent().contains(word("agent", ""))
                && (!has("cookieless") || !asked.cookies().contains(word("cookieless", "")));
    }

    private String glob() {
        return Pattern.quote(path).replace("*", "\\E.*\\Q");
    }

    /**
     * A request.
     *
     * @param path its path, as it was sent
     * @param time how many times the path was asked for, this one included
     * @param cookies its cookies, as they were sent
     * @param isFile whether the site has a file of that path
     */
    record Asked(String method, String path, int time, String agent, String cookies, boolean isFile) {}

    boolean has(String word) {
        return words.containsKey(word);
    }

    String word(String word, String otherwise) {
        return words.getOrDefault(word, otherwise);
    }

    int number(String word, int otherwise) {
        return has(word) ? Integer.parseInt(words.get(word)) : otherwise;
    }
}
