package dev.smokerunner.observe.script;

import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.html.LineMap;
import java.util.Optional;

/** Reads what scripts say about files, without running them. */
public final class ScriptReader {
    private ScriptReader() {}

    /** Reads a whole file; a text that is no script says nothing. */
    public static ScriptFacts read(String source, ScriptKind kind) {
        return read(source, 0, source.length(), kind);
    }

    /**
     * Reads a stretch of a file, such as the text of a script element.
     *
     * @param source the whole file: places are told in it
     * @param from where the script begins
     * @param to where it ends
     * @param kind how it is loaded
     */
    public static ScriptFacts read(String source, int from, int to, ScriptKind kind) {
        Tokens tokens = ScriptScanner.scan(source, from, to);
        LineMap lines = new LineMap(source);
        MentionBook book = new MentionBook(tokens, lines);
        ModuleImports imports = new ModuleImports(tokens, book);
        if (kind != ScriptKind.CLASSIC) {
            imports.statements();
        }
        imports.calls();
        new ViteDependencies(tokens, book).find();
        new TurbopackChunks(tokens, book).find();
        new NextPages(tokens, book).find();
        new SystemModules(tokens, book).find();
        UrlMentions urls = new UrlMentions(tokens, book);
        urls.find(kind);
        new Binaries(tokens, book).find();
        if (kind == ScriptKind.WORKER) {
            new PrecacheList(tokens, book).find();
        }
        new TableMentions(tokens, book).find(kind);
        new FingerprintedNames(tokens, book).find();
        WebpackModules modules = new WebpackModules(tokens, book);
        return new ScriptFacts(
                book.all(),
                new WebpackBundles(tokens, book, kind, modules).all(),
                modules.movePublicPath(),
                urls.replaceWorker(),
                kind == ScriptKind.CLASSIC ? new AmdReader(tokens, book).read() : AmdFacts.NONE,
                unclosed(tokens, lines),
                cut(tokens, book));
    }

    private static Optional<SourceRange> unclosed(Tokens tokens, LineMap lines) {
        int bracket = tokens.unclosed();
        return bracket < 0 ? Optional.empty() : Optional.of(lines.range(tokens.start(bracket), tokens.end(bracket)));
    }

    private static String cut(Tokens tokens, MentionBook book) {
        if (tokens.isCut()) {
            return "only its first " + ScriptScanner.MOST_TOKENS + " words were read";
        }
        return book.isFull() ? "only the first " + MentionBook.MOST + " files that it names were looked at" : "";
    }
}
