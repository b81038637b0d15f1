package dev.smokerunner.serving;

/** How the files of a package are uploaded to a store. */
public final class Upload {
    private Upload() {}

    /**
     * The content type to upload a file with: the one that it is served with here. The charset is in capitals, as some stores
     * spell it before they check the signature of a request, which breaks by any other spelling.
     */
    public static String type(String key) {
        String type = ContentTypes.of(key);
        return type.equals(ContentTypes.UNKNOWN)
                ? "application/octet-stream"
                : type.replace("charset=utf-8", "charset=UTF-8");
    }
}
