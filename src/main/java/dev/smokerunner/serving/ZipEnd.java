package dev.smokerunner.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The last record of a zip, which says where its list of entries is, compared with that list.
 *
 * <p>Read before the library is let near the archive: that makes an object of each entry, 550 bytes as measured, however
 * many there are, and believes the list and not the number.
 *
 * @param entries how many entries the list has
 * @param extra the bytes before the archive or behind it, which belong to no part of it
 */
record ZipEnd(int entries, long extra) {
    /** The largest package of documentation that was at hand has 33,000 files; so many fit into 64 MiB of memory. */
    static final int MOST_ENTRIES = 50_000;

    /** The longest list of entries in bytes: 160 for each of them. */
    private static final int LONGEST_LIST = 8 << 20;

    private static final String LIES_OUTSIDE = "lists its entries at a place that it does not have:"
            + " it was cut off or changed on its way; pack or fetch it again";

    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LARGE_END_SIGNATURE = 0x06064b50;
    private static final int LARGE_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ENTRY = 46;
    private static final int END = 22;
    private static final int LARGE_END = 56;
    private static final int LARGE_LOCATOR = 20;
    private static final int LONGEST_COMMENT = 0xffff;

    /**
     * Reads it.
     *
     * @throws BrokenZip if there is none, or if it lies
     */
    static ZipEnd of(FileChannel zip) throws IOException {
        int most = (int) Math.min(zip.size(), END + LONGEST_COMMENT);
        long from = zip.size() - most;
        ByteBuffer tail = ZipBytes.read(zip, from, most);
        int at = tail.limit() - END;
        while (at >= 0 && tail.getInt(at) != END_SIGNATURE) {
            at--;
        }
        if (at < 0) {
            throw new BrokenZip(ZipBytes.whyNoEnd(zip));
        }
        long end = from + at;
        long behind = Math.max(0, zip.size() - end - END - ZipBytes.twoAt(tail, at + 20));
        if (end >= LARGE_LOCATOR) {
            ByteBuffer locator = ZipBytes.read(zip, end - LARGE_LOCATOR, LARGE_LOCATOR);
            if (locator.getInt(0) == LARGE_LOCATOR_SIGNATURE) {
                return large(zip, locator.getLong(8), end).checked(zip, behind);
            }
        }
        if (ZipBytes.twoAt(tail, at + 4) != 0 || ZipBytes.twoAt(tail, at + 6) != 0) {
            throw new BrokenZip("is one part of a zip that was split; pack it into one file");
        }
        return new Listing(
                        ZipBytes.twoAt(tail, at + 10),
                        ZipBytes.fourAt(tail, at + 12),
                        ZipBytes.fourAt(tail, at + 16),
                        end)
                .checked(zip, behind);
    }

    /** The record that zips with more than 65,535 entries or 4 GB have besides. */
    private static Listing large(FileChannel zip, long at, long end) throws IOException {
        boolean isWithin = at >= 0 && at <= end - LARGE_LOCATOR - LARGE_END;
        ByteBuffer record = ZipBytes.read(zip, isWithin ? at : 0, LARGE_END);
        boolean isThere = isWithin && record.limit() == LARGE_END && record.getInt(0) == LARGE_END_SIGNATURE;
        if (!isThere || record.getLong(48) != at - record.getLong(40)) {
            throw new BrokenZip(LIES_OUTSIDE);
        }
        return new Listing(record.getLong(32), record.getLong(40), record.getLong(48), at);
    }

    /**
     * What the record says of the list of entries.
     *
     * @param count how many entries it has
     * @param bytes how long it is
     * @param offset where it begins, from the archive's own beginning
     * @param end where it ends in the file: at the record itself
     */
    private record Listing(long count, long bytes, long offset, long end) {

        ZipEnd checked(FileChannel zip, long behind) throws IOException {
            if (bytes < 0 || offset < 0 || bytes > end || offset > end - bytes) {
                throw new BrokenZip(LIES_OUTSIDE);
            }
            if (count > MOST_ENTRIES || bytes > LONGEST_LIST) {
                throw new BrokenZip("lists " + count + " entries in " + bytes + " bytes; at most " + MOST_ENTRIES
                        + " in " + LONGEST_LIST + " are read: expected the zip that will be uploaded");
            }
            int entries = walked(ZipBytes.read(zip, end - bytes, (int) bytes));
            if (entries != count) {
                throw new BrokenZip("says that it has " + count + " entries and lists " + entries
                        + ": it is damaged, or made to deceive; pack it again");
            }
            return new ZipEnd(entries, behind + end - bytes - offset);
        }

        private static int walked(ByteBuffer list) {
            int entries = 0;
            int at = 0;
            while (at + ENTRY <= list.limit() && list.getInt(at) == ENTRY_SIGNATURE) {
                at += ENTRY
                        + ZipBytes.twoAt(list, at + 28)
                        + ZipBytes.twoAt(list, at + 30)
                        + ZipBytes.twoAt(list, at + 32);
                entries++;
            }
            return entries;
        }
    }
}
