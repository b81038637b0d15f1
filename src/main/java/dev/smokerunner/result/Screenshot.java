package dev.smokerunner.result;

/** A picture of a page as PNG bytes. */
public final class Screenshot {
    private final byte[] png;

    /** Takes a copy of the bytes. */
    public Screenshot(byte[] png) {
        this.png = png.clone();
    }

    /** A copy of the bytes. */
    public byte[] png() {
        return png.clone();
    }
}
