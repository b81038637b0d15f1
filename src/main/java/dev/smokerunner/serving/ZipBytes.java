package dev.smokerunner.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The raw bytes of what should be a zip: numbers in little endian, and what the file is if it is none. */
final class ZipBytes {
    private static final int START = 64;

    private ZipBytes() {}

    /** So many bytes from there on, or those that there are. */
    static ByteBuffer read(FileChannel file, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = file.read(bytes, from + bytes.position());
        }
        return bytes.flip();
    }

    static int twoAt(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    static long fourAt(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }

    /** Why a file does not have the record that ends every zip. */
    static String whyNoEnd(FileChannel file) throws IOException {
        byte[] start = new byte[(int) Math.min(START, file.size())];
        read(file, 0, start.length).get(start);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String lowered = text.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return "is empty (0 bytes); was it built?";
        }
        if (text.startsWith("PK\3\4")) {
            return "was cut off after " + file.size()
                    + " bytes: the list of its entries, which ends every zip, is not there; pack or fetch it again";
        }
        String what = "";
        if (text.startsWith("\u001f\u008b")) {
            what = "gzip data (a .tar.gz?)";
        } else if (text.startsWith("7z\u00bc\u00af")) {
            what = "a 7z archive";
        } else if (text.startsWith("Rar!")) {
            what = "a RAR archive";
        } else if (lowered.startsWith("<!doctype") || lowered.startsWith("<html")) {
            what = "an HTML page (an error page that was saved in its place?)";
        } else if (text.startsWith("version https://git-lfs")) {
            what = "a Git LFS pointer, and not the file that it stands for";
        }
        return "is no zip" + (what.isEmpty() ? "" : " but " + what) + "; expected the directory or the zip that will be"
                + " uploaded";
    }
}
