package dev.smokerunner.serving;

import dev.smokerunner.serving.PackingFlaw.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Sorts the entries of a zip into files, what is odd about them, and what makes the zip one that must not be read. */
final class ZipEntries {
    /** More than this, unpacked, is no front end. A GiB is unpacked in about four seconds. */
    private static final long MOST_BYTES = 1L << 30;
    /** No text, picture or font is packed so well; what is, is short (1032 is the most that the format can do). */
    private static final long HIGHEST_RATIO = 100;

    private static final long SHORT = 1 << 20;
    private static final int LOCAL_HEADER = 30;
    private static final int ENCRYPTED = 1;

    private final long size;
    private final Map<String, ZipArchiveEntry> files = new TreeMap<>();
    private final List<PackingFlaw> flaws = new ArrayList<>();
    private long unpacked;
    private long packed;

    /**
     * Sorts the entries of a zip.
     *
     * @param entries all of them, in the order of its list
     * @param size the size of the zip in bytes
     * @throws BrokenZip if it is damaged, dangerous, or cannot be read by anybody
     */
    ZipEntries(List<ZipArchiveEntry> entries, long size) throws BrokenZip {
        this.size = size;
        for (ZipArchiveEntry entry : entries) {
            add(entry);
        }
        checkRatio("unpacks", packed, unpacked);
        checkOverlaps(entries);
    }

    /** The files by their keys; where a name comes twice, the last one, as most tools unpack it. */
    Map<String, ZipArchiveEntry> files() {
        return Collections.unmodifiableMap(files);
    }

    /** What is odd, in the order of the zip's list. */
    List<PackingFlaw> flaws() {
        return List.copyOf(flaws);
    }

    private void add(ZipArchiveEntry entry) throws BrokenZip {
        ZipEntryName name = ZipEntryName.of(entry);
        if (name.danger().isPresent()) {
            throw new BrokenZip("holds the entry " + name.quoted() + ", which "
                    + name.danger().get() + "; nothing of it was unpacked. Find out who made this zip");
        }
        if (name.isDirectory()) {
            return;
        }
        checkReadable(entry, name);
        checkRatio("holds " + name.quoted() + ", which unpacks", entry.getCompressedSize(), entry.getSize());
        packed += entry.getCompressedSize();
        unpacked += entry.getSize();
        if (entry.isUnixSymlink()) {
            // Its bytes are the path that it leads to, which no page should be served.
            flaws.add(new PackingFlaw(Kind.LINK, name.text()));
            return;
        }
        if (name.foreign()) {
            flaws.add(new PackingFlaw(Kind.FOREIGN_NAME, name.text()));
        }
        ZipArchiveEntry before = files.put(name.text(), entry);
        if (before != null) {
            boolean isSame = before.getCrc() == entry.getCrc() && before.getSize() == entry.getSize();
            flaws.add(new PackingFlaw(isSame ? Kind.REPEATED : Kind.CONTRADICTED, name.text()));
        }
    }

    private static void checkReadable(ZipArchiveEntry entry, ZipEntryName name) throws BrokenZip {
        if ((entry.getRawFlag() & ENCRYPTED) != 0) {
            throw new BrokenZip("is encrypted (" + name.quoted() + "); expected the zip that will be uploaded, without"
                    + " a password");
        }
        int method = entry.getMethod();
        if (method != ZipArchiveEntry.STORED && method != ZipArchiveEntry.DEFLATED) {
            ZipMethod known = ZipMethod.getMethodByCode(method);
            throw new BrokenZip("packs " + name.quoted() + " by method " + method
                    + (known == null ? "" : " (" + known + ")")
                    + ", which many tools cannot unpack; pack it with deflate");
        }
        if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
            throw new BrokenZip("gives no size of " + name.quoted() + ": it is damaged; pack it again");
        }
    }

    private void checkRatio(String what, long from, long to) throws BrokenZip {
        boolean isBomb = to > SHORT && to / HIGHEST_RATIO > from;
        if (to > MOST_BYTES || isBomb) {
            long most = isBomb ? Math.min(MOST_BYTES, Math.max(SHORT, from * HIGHEST_RATIO)) : MOST_BYTES;
            throw new BrokenZip(what + " from " + from + " to " + to + " bytes; at most " + most
                    + " are unpacked, since more is no front end but a zip bomb");
        }
    }

    /** Entries that share bytes are the way to put petabytes into megabytes. */
    private void checkOverlaps(List<ZipArchiveEntry> entries) throws BrokenZip {
        List<ZipArchiveEntry> byPlace = new ArrayList<>(entries);
        byPlace.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        long end = 0;
        for (ZipArchiveEntry entry : byPlace) {
            long start = entry.getLocalHeaderOffset();
            if (start < end || start > size) {
                throw new BrokenZip("holds " + ZipEntryName.of(entry).quoted()
                        + (start > size
                                ? " at a place that it does not have: it was cut off or changed on its way"
                                : " within the bytes of another entry: it is damaged, or a zip bomb")
                        + "; pack it again");
            }
            end = start + LOCAL_HEADER + Math.max(0, entry.getCompressedSize());
        }
    }
}
