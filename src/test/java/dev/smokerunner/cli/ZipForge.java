package dev.smokerunner.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Makes zips, also such as no tool makes: each field can be forged. */
final class ZipForge {
    private final List<Item> items = new ArrayList<>();
    private final End end = new End();

    /** What the zip says of one entry. */
    static final class Item {
        byte[] name;
        byte[] packed;
        int flags = 0x800;
        int method = 8;
        long crc;
        long size;
        long packedSize;
        long offset = -1;
        int madeBy = 3 << 8 | 20;
        int mode = 0100644;
        byte[] extra = {};

        private Item(String name, byte[] data) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            CRC32 sum = new CRC32();
            sum.update(data);
            this.crc = sum.getValue();
            this.size = data.length;
            this.packed = deflated(data);
            this.packedSize = packed.length;
        }

        private static byte[] deflated(byte[] data) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater =
                    new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true))) {
                deflater.write(data);
            } catch (java.io.IOException e) {
                throw new IllegalStateException("memory does not fail", e);
            }
            return out.toByteArray();
        }
    }

    /** What the zip says of itself. */
    static final class End {
        byte[] before = {};
        byte[] behind = {};
        String comment = "";
        int disk;
        long count = -1;
        long listBytes = -1;
        long listOffset = -1;
        boolean isLarge;
    }

    /** An ordinary zip with one page. */
    static ZipForge withPage() {
        return new ZipForge().with("index.html", "<!DOCTYPE html><title>Shop</title><h1>Welcome to the shop</h1>");
    }

    ZipForge with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8), item -> {});
    }

    ZipForge with(String name, String text, Consumer<Item> forge) {
        return with(name, text.getBytes(StandardCharsets.UTF_8), forge);
    }

    ZipForge with(String name, byte[] data, Consumer<Item> forge) {
        Item item = new Item(name, data);
        forge.accept(item);
        items.add(item);
        return this;
    }

    ZipForge ending(Consumer<End> forge) {
        forge.accept(end);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream files = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Item item : items) {
            long offset = item.offset < 0 ? files.size() : item.offset;
            if (item.offset < 0) {
                ByteBuffer local = little(30 + item.name.length);
                local.putInt(0x04034b50).putShort((short) 20);
                fields(local, item);
                local.putShort((short) item.name.length).putShort((short) 0).put(item.name);
                files.writeBytes(local.array());
                files.writeBytes(item.packed);
            }
            ByteBuffer entry = little(46 + item.name.length + item.extra.length);
            entry.putInt(0x02014b50).putShort((short) item.madeBy).putShort((short) 20);
            fields(entry, item);
            entry.putShort((short) item.name.length).putShort((short) item.extra.length);
            entry.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            entry.putInt(item.mode << 16).putInt((int) offset).put(item.name).put(item.extra);
            list.writeBytes(entry.array());
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(end.before);
        zip.writeBytes(files.toByteArray());
        zip.writeBytes(list.toByteArray());
        zip.writeBytes(end(files.size(), list.size()));
        zip.writeBytes(end.behind);
        return zip.toByteArray();
    }

    private byte[] end(long filesBytes, long bytes) {
        long count = end.count < 0 ? items.size() : end.count;
        long listBytes = end.listBytes < 0 ? bytes : end.listBytes;
        long offset = end.listOffset < 0 ? filesBytes : end.listOffset;
        ByteBuffer record = little(22 + end.comment.length() + (end.isLarge ? 76 : 0));
        if (end.isLarge) {
            record.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            record.putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(listBytes)
                    .putLong(offset);
            record.putInt(0x07064b50).putInt(0).putLong(filesBytes + bytes).putInt(1);
        }
        int shown = end.isLarge ? 0xffff : (int) count;
        record.putInt(0x06054b50).putShort((short) end.disk).putShort((short) end.disk);
        record.putShort((short) shown).putShort((short) shown);
        record.putInt(end.isLarge ? -1 : (int) listBytes).putInt(end.isLarge ? -1 : (int) offset);
        record.putShort((short) end.comment.length()).put(end.comment.getBytes(StandardCharsets.US_ASCII));
        return record.array();
    }

    private static void fields(ByteBuffer to, Item item) {
        to.putShort((short) item.flags).putShort((short) item.method).putInt(0x5a21_0000);
        to.putInt((int) item.crc).putInt((int) item.packedSize).putInt((int) item.size);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
