package dev.smokerunner.check.asset;

import dev.smokerunner.check.text.CutText;
import dev.smokerunner.check.text.JsonEnd;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.Bytes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the bytes of an asset.
 *
 * @param kind what it is
 * @param what the end of a sentence that begins with the asset and {@code is}
 * @param expected what should be there
 * @param actual what is there
 * @param hint how it probably came about
 */
record BodyDamage(Kind kind, String what, String expected, String actual, String hint) {
    static final Set<Role> TEXTS =
            EnumSet.of(Role.SCRIPT, Role.MODULE, Role.WORKER, Role.STYLE, Role.JSON, Role.MANIFEST);
    /**
     * What is read as UTF-8 whatever its first bytes or its headers say (HTML Standard, module scripts; RFC 8259, 8.1; Web
     * Application Manifest).
     */
    private static final Set<Role> ALWAYS_UTF_8 = EnumSet.of(Role.MODULE, Role.JSON, Role.MANIFEST);

    private static final Set<Role> BINARIES = EnumSet.of(Role.IMAGE, Role.ICON, Role.FONT);
    /** Which files are kept so is written by extension, in .gitattributes. */
    private static final Kind LFS_POINTER = Kind.cause("body-lfs-pointer").byExtension();

    private static final Kind COMPRESSED = Kind.cause("body-compressed");
    private static final Kind UTF_16 = Kind.cause("body-utf-16");
    private static final Kind BINARY = Kind.cause("body-binary");
    private static final Kind CUT = Kind.cause("body-cut");
    /** What is taken for text is told by extension: by an FTP client, in .gitattributes, by a template's filter. */
    private static final Kind TAKEN_FOR_TEXT = Kind.cause("body-taken-for-text").byExtension();

    private static final Kind TEXT = Kind.cause("body-text");
    /** Source with the marks of a merge that nobody settled. */
    static final Kind UNMERGED = Kind.cause("body-unmerged");

    private static final Set<Kind> AS_BYTES = Set.of(COMPRESSED, UTF_16, BINARY);

    private static final String POINTER = "version https://git-lfs.github.com/spec/";
    private static final int LONGEST_POINTER = 1024;

    /** What shows it: the headers of damaged bytes are those of good ones. */
    Reproduction shown(Asset asset) {
        if (kind.equals(UNMERGED)) {
            return Reproduction.mentions(asset.url(), "<<<<<<<");
        }
        if (kind.equals(LFS_POINTER) || kind.equals(TEXT)) {
            return Reproduction.start(asset.url());
        }
        if (kind.equals(CUT) || TEXTS.contains(asset.role()) && !AS_BYTES.contains(kind)) {
            return BINARIES.contains(asset.role())
                    ? Reproduction.lastBytes(asset.url())
                    : Reproduction.end(asset.url());
        }
        return Reproduction.bytes(asset.url());
    }

    /** What is wrong with a body, if anything is. */
    static Optional<BodyDamage> of(ServedAsset served, Body body) {
        Role role = served.asset().role();
        String start = new String(body.start(POINTER.length()), StandardCharsets.US_ASCII);
        if (start.equals(POINTER) && body.length() < LONGEST_POINTER) {
            return Optional.of(
                    new BodyDamage(
                            LFS_POINTER,
                            "a pointer of Git LFS, not the file itself",
                            "the file",
                            Format.line(body.text(), 120),
                            "the build checked out without LFS: run git lfs pull before it, or lfs: true in the CI's checkout"));
        }
        if (TEXTS.contains(role)) {
            return ofText(served, body);
        }
        return BINARIES.contains(role) ? ofBinary(served, body) : Optional.empty();
    }

    private static Optional<BodyDamage> ofText(ServedAsset served, Body body) {
        Optional<BodyDamage> encoding = compressed(body).or(() -> encoded(served, body));
        if (encoding.isPresent()) {
            return encoding;
        }
        return switch (served.asset().role()) {
            case STYLE -> ofStyle(body);
            case SCRIPT, MODULE, WORKER -> SwallowedCode.of(body.text());
            case JSON, MANIFEST -> ofJson(body);
            default -> Optional.empty();
        };
    }

    private static Optional<BodyDamage> ofJson(Body body) {
        return body.isCut()
                ? Optional.empty()
                : JsonEnd.of(body.text()).map(end -> cut("it ends in the middle of a value", JsonEnd.EXPECTED, end));
    }

    private static Optional<BodyDamage> compressed(Body body) {
        boolean isGzip = Bytes.isGzip(body);
        if (!isGzip && !Bytes.isZstd(body)) {
            return Optional.empty();
        }
        String name = isGzip ? "gzip" : "zstd";
        return Optional.of(new BodyDamage(
                COMPRESSED,
                "compressed and does not say so: browsers take the " + name + " bytes as text",
                "Content-Encoding: " + name + ", or plain bytes",
                "bytes that start with " + (isGzip ? "1f 8b" : "28 b5 2f fd") + ", once all named encodings are undone",
                "the upload lost the Content-Encoding header, or compressed twice"));
    }

    private static Optional<BodyDamage> encoded(ServedAsset served, Body body) {
        boolean isMarked = Bytes.startsWith(body, 0xff, 0xfe) || Bytes.startsWith(body, 0xfe, 0xff);
        boolean isAlwaysUtf8 = ALWAYS_UTF_8.contains(served.asset().role());
        if (isAlwaysUtf8 && isMarked) {
            return Optional.of(
                    utf16("UTF-16: browsers read it as UTF-8, whatever it begins with", "a byte order mark of UTF-16"));
        }
        if (isMarked || isNamedUtf16(served) && !isAlwaysUtf8) {
            return Optional.empty();
        }
        if (Bytes.isUnmarkedUtf16(body)) {
            return Optional.of(
                    utf16("UTF-16 without a byte order mark: browsers read it as UTF-8", "every second byte is 0"));
        }
        boolean isModuleOfBytes = served.type().equals("application/wasm");
        return !isModuleOfBytes && Bytes.isBinary(body)
                ? Optional.of(new BodyDamage(
                        BINARY,
                        "not text: its bytes are binary",
                        "text",
                        "control characters all over its first bytes",
                        "the upload lost a Content-Encoding header such as br, or another file has its name"))
                : Optional.empty();
    }

    private static BodyDamage utf16(String what, String actual) {
        return new BodyDamage(UTF_16, what, "UTF-8", actual, "save it as UTF-8: some shells and editors write UTF-16");
    }

    private static Optional<BodyDamage> ofStyle(Body body) {
        String css = body.text();
        if (MergeMarks.areIn(css)) {
            return Optional.of(new BodyDamage(
                    UNMERGED,
                    "full of the marks of a merge that was never settled: browsers drop the rules around them",
                    "one version of the code",
                    "lines that start with <<<<<<<, ======= and >>>>>>>",
                    MergeMarks.HINT));
        }
        return body.isCut() ? Optional.empty() : ofRules(css);
    }

    private static Optional<BodyDamage> ofRules(String css) {
        OpenString string = new OpenString(css);
        CssEnd end = new CssEnd(css);
        OpenBlock block = new OpenBlock();
        OpenComment comment = new OpenComment();
        StrayMark mark = new StrayMark(css);
        UnbuiltSheet unbuilt = new UnbuiltSheet();
        CssFlaw.read(css, string, end, block, comment, mark, unbuilt);
        return string.found()
                .or(() -> end.found()
                        .map(cut ->
                                cut("it ends in the middle of a rule", "a style sheet whose last rule is closed", cut)))
                .or(block::found)
                .or(comment::found)
                .or(mark::found)
                .or(unbuilt::found);
    }

    private static Optional<BodyDamage> ofBinary(ServedAsset served, Body body) {
        String noun = served.asset().noun();
        if (Bytes.wasTakenForText(body)) {
            return Optional.of(takenForText(noun, "replaced what is no UTF-8", "ef bf bd all over its first bytes"));
        }
        if (Bytes.hasChangedLineEnds(body)) {
            return Optional.of(takenForText(
                    noun, "changed the ends of its lines", "a PNG that does not begin with 89 50 4e 47 0d 0a 1a 0a"));
        }
        boolean isText = Bytes.isAscii(body) && !body.text().stripLeading().startsWith("<") && !isXbm(body);
        if (!isText && served.asset().role() != Role.FONT) {
            return PictureEnd.missingIn(body)
                    .map(missing -> cut("its bytes end before it does", "a whole " + noun, missing));
        }
        return isText
                ? Optional.of(new BodyDamage(
                        TEXT,
                        "no " + noun + ": its bytes are text",
                        "the bytes of a " + noun,
                        Format.line(body.text(), 100),
                        "another file has its name, or an error is answered with 200"))
                : Optional.empty();
    }

    private static BodyDamage takenForText(String noun, String what, String actual) {
        return new BodyDamage(
                TAKEN_FOR_TEXT,
                "damaged: something took its bytes for text, and " + what,
                "the bytes of a " + noun,
                actual,
                "let the step that copies it treat it as binary: template filters, git's autocrlf, an upload as text");
    }

    private static BodyDamage cut(String how, String expected, String actual) {
        return new BodyDamage(CUT, "cut: " + how, expected, actual, CutText.HINT);
    }

    /** The one format of pictures that is source code. */
    private static boolean isXbm(Body body) {
        return body.text().stripLeading().startsWith("#define")
                || body.text().stripLeading().startsWith("/*");
    }

    private static boolean isNamedUtf16(ServedAsset served) {
        return served.headers()
                .first("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("utf-16"))
                .isPresent();
    }
}
