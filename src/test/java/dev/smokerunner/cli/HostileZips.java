package dev.smokerunner.cli;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Zips that are damaged, dangerous or odd: how each is made, how the command line must end, and what it must say. */
final class HostileZips {
    private static final String DANGER = "nothing of it was unpacked";

    private final Map<String, Case> cases = new LinkedHashMap<>();

    /** How the command line must end, and a part of what it must say. */
    record Case(ByteSource zip, int exit, String says) {}

    /** Writes a zip. */
    interface ByteSource {
        void write(OutputStream out) throws IOException;
    }

    static Map<String, Case> all() {
        HostileZips zips = new HostileZips();
        zips.names();
        zips.bombs();
        zips.broken();
        zips.odd();
        return zips.cases;
    }

    private void add(String name, ZipForge zip, int exit, String says) {
        cases.put(name, new Case(out -> out.write(zip.bytes()), exit, says));
    }

    private void names() {
        refusedName("up", "../../evil.sh", "\"../../evil.sh\", which leads out of the directory");
        refusedName("up-within", "js/../../evil.js", "leads out of the directory");
        refusedName("up-with-backslashes", "..\\evil.js", "\"..\\evil.js\", which leads out of the directory");
        refusedName("up-as-a-directory", "../evil/", "leads out of the directory");
        refusedName("absolute", "/etc/passwd", "begins at the root of the disk");
        refusedName("absolute-with-backslash", "\\evil.js", "begins at the root of the disk");
        refusedName("share", "\\\\server\\share\\a.js", "begins at the root of the disk");
        refusedName("drive", "C:\\evil.js", "names a drive");
        refusedName("drive-with-slash", "c:/evil.js", "names a drive");
        refusedName("nul", "evil.js\0.txt", "\"evil.js\\u0000.txt\", which has a NUL in its name");
        refusedName("escape", "../\u001b]0;owned\u0007", "\"../\\u001b]0;owned\\u0007\"");
        refusedName("no-name", "", "has no name");
        add("backslashes", page().with("js\\app.js", "1"), 1, "named with a backslash");
        add("trailing-dot", page().with("notes.txt.", "1"), 0, "named with characters that a URL, a disk or a bucket");
        add(
                "trailing-blank",
                page().with("notes.txt ", "1"),
                0,
                "named with characters that a URL, a disk or a bucket");
        add("dot-folder", page().with("./a.txt", "1"), 1, "browsers leave out the parts . and ..");
        add("empty-folder", page().with("a//b.txt", "1"), 1, "browsers leave out the parts . and ..");
        add("too-long", page().with("a/".repeat(700) + "b.txt", "1"), 1, "no name of more than 1024 bytes");
        add("file-and-folder", page().with("js", "1").with("js/a.txt", "1"), 1, "a file and a folder at once");
        add("case", page().with("a.txt", "1").with("A.txt", "2"), 0, "A.txt and a.txt differ only in case");
        add(
                "latin-1",
                page().with("", "1", item -> {
                    item.name = "\u00fcber.txt".getBytes(StandardCharsets.ISO_8859_1);
                    item.flags = 0;
                }),
                0,
                "named in letters that tools read differently");
        add(
                "utf-8-unsaid",
                page().with("\u00fcber.txt", "1", item -> item.flags = 0),
                0,
                "does not say that they are UTF-8");
    }

    private void refusedName(String name, String entry, String says) {
        add("name-" + name, page().with(entry, "1"), 2, says);
    }

    private void bombs() {
        byte[] zeros = new byte[20 << 20];
        add("bomb", page().with("zeros.bin", zeros, item -> {}), 2, "\"zeros.bin\", which unpacks from");
        add("bomb-of-many", many(zeros), 2, "unpacks from");
        add("size-too-large", page().with("big.bin", "1", item -> item.size = 4_000_000_000L), 2, "4000000000 bytes");
        add(
                "size-too-small",
                page().with("js/a.js", zeros, item -> item.size = 1000),
                1,
                "goes on after the 1000 bytes");
        add(
                "size-a-little-too-large",
                page().with("js/a.js", "1;", item -> item.size = 900),
                1,
                "ends after 2 of the 900");
        add(
                "overlap",
                page().with("a.bin", random(), item -> {}).with("b.bin", random(), item -> item.offset = 0),
                2,
                "within the bytes of another entry");
        add(
                "nested",
                new ZipForge()
                        .with("1.zip", new ZipForge().with("2.zip", zip(zeros)).bytes(), item -> {}),
                1,
                "a zip within a zip is not opened");
        cases.put("million-entries", new Case(HostileZips::million, 2, "lists 1000000 entries"));
        cases.put("million-entries-unsaid", new Case(out -> million(out, 1), 2, "at most 50000 in 8388608"));
        add("many-empty-names", tiny(60_000), 2, "lists 60000 entries");
    }

    private void broken() {
        byte[] whole = page().with("js/a.js", random(), item -> {}).bytes();
        cases.put("empty-file", new Case(out -> {}, 2, "is empty (0 bytes)"));
        raw("cut-off", Arrays.copyOf(whole, whole.length / 2), "was cut off after");
        raw("html-page", "<!DOCTYPE html><title>404</title>".getBytes(StandardCharsets.UTF_8), "but an HTML page");
        raw("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0}, "but gzip data");
        raw("noise", random(), "is no zip; expected");
        raw("start-cut-off", Arrays.copyOfRange(whole, 600, whole.length), "at a place that it does not have");
        add("no-entries", new ZipForge(), 2, "has no file in it; was it built?");
        add("directories-only", new ZipForge().with("js/", ""), 2, "has no file in it; was it built?");
        add("fewer-than-said", page().ending(end -> end.count = 7), 2, "says that it has 7 entries and lists 1");
        add("list-outside", page().ending(end -> end.listOffset = 1 << 30), 2, "at a place that it does not have");
        add("list-too-long", page().ending(end -> end.listBytes = 0x7fffffff), 2, "at a place that it does not have");
        add("split", page().ending(end -> end.disk = 3), 2, "one part of a zip that was split");
        add("encrypted", page().with("a.js", "1", item -> item.flags |= 1), 2, "is encrypted (\"a.js\")");
        add("method", page().with("a.js", "1", item -> item.method = 14), 2, "method 14 (LZMA)");
        add("unknown-method", page().with("a.js", "1", item -> item.method = 77), 2, "by method 77,");
        add("checksum", page().with("img/a.png", "1", item -> item.crc = 7), 1, "does not have the checksum");
        add(
                "garbage",
                page().with("img/a.png", random(), item -> Arrays.fill(item.packed, (byte) 0xff)),
                1,
                "damaged in the zip");
        add("place-outside", page().with("a.js", "1", item -> item.offset = 9_000_000), 2, "cannot be read as a zip");
        add("place-of-nothing", page().with("a.txt", "1", item -> item.offset = 60), 2, "within the bytes of another");
    }

    private void odd() {
        add("symlink", page().with("etc", "/etc/passwd", item -> item.mode = 0120777), 1, "etc is a symbolic link");
        add(
                "through-a-symlink",
                page().with("etc", "/etc", item -> item.mode = 0120777).with("etc/cron", "1"),
                1,
                "etc is a symbolic link");
        add(
                "twice",
                page().with("a.txt", "1").with("a.txt", "2"),
                1,
                "in the zip more than once, with different bytes");
        add("twice-the-same", page().with("a.txt", "1").with("a.txt", "1"), 0, "more than once, with the same bytes");
        add(
                "junk-behind",
                page().ending(end -> end.behind = "junk".getBytes(StandardCharsets.US_ASCII)),
                0,
                "bytes before or behind it");
        add(
                "junk-before",
                page().ending(end -> end.before = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII)),
                0,
                "bytes before or behind it");
        add("comment", page().ending(end -> end.comment = "built by hand"), 0, "PASS");
        add("zip64", page().ending(end -> end.isLarge = true), 0, "PASS");
        add(
                "zip64-outside",
                page().ending(end -> {
                    end.isLarge = true;
                    end.listOffset = Long.MAX_VALUE;
                }),
                2,
                "at a place that it does not have");
        add(
                "too-deep",
                new ZipForge().with("dist/index.html", "<h1>x</h1>").with("dist/a.js", "1"),
                1,
                "index.html is in dist/ of the package, one folder too deep");
    }

    private void raw(String name, byte[] bytes, String says) {
        cases.put(name, new Case(out -> out.write(bytes), 2, says));
    }

    private static ZipForge page() {
        return ZipForge.withPage();
    }

    private static String zip(byte[] content) {
        return new String(new ZipForge().with("3.bin", content, item -> {}).bytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] random() {
        byte[] bytes = new byte[5000];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    private static ZipForge many(byte[] zeros) {
        ZipForge zip = page();
        for (int i = 0; i < 60; i++) {
            zip.with(i + ".bin", Arrays.copyOf(zeros, 1 << 20), item -> {});
        }
        return zip;
    }

    private static ZipForge tiny(int count) {
        ZipForge zip = new ZipForge();
        for (int i = 0; i < count; i++) {
            zip.with("a", "", item -> item.offset = 0);
        }
        return zip;
    }

    private static void million(OutputStream out) throws IOException {
        million(out, 1_000_000);
    }

    private static void million(OutputStream raw, long said) throws IOException {
        byte[] entry = new byte[47];
        ByteBuffer.wrap(entry)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putShort(28, (short) 1)
                .put(46, (byte) 'a');
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(raw));
        for (int i = 0; i < 1_000_000; i++) {
            out.write(entry);
        }
        byte[] end = new ZipForge()
                .ending(e -> {
                    e.isLarge = true;
                    e.count = said;
                    e.listBytes = 47_000_000;
                    e.listOffset = 0;
                })
                .bytes();
        ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).putLong(56 + 8, 47_000_000);
        out.write(end);
        out.flush();
    }

    /** Writes all of them into a directory. */
    static void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, Case> one : all().entrySet()) {
            try (OutputStream out = Files.newOutputStream(directory.resolve(one.getKey() + ".zip"))) {
                one.getValue().zip().write(out);
            }
        }
    }
}
