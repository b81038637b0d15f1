package dev.smokerunner.saved;

import dev.smokerunner.observation.Body;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A body whose bytes stand in a file. Its digests are those of the bytes that came, also where a secret was taken out.
 *
 * @param file the file with the bytes that were kept
 * @param length how many bytes there were in all
 * @param sha256 see {@link Body#sha256()}
 * @param digests see {@link Body#digests()}
 */
record StoredBody(String file, long length, String sha256, Map<String, String> digests) {

    static StoredBody of(Body body, UnaryOperator<String> masked, Parts files) {
        byte[] came = body.start(body.kept());
        byte[] kept = masked(came, masked);
        // As long as it is now, so that it is cut only if it was.
        long length = body.length() - came.length + kept.length;
        return new StoredBody(files.keep(kept), length, body.sha256(), body.digests());
    }

    Body body(Parts files) {
        return new Body(files.read(file), length, sha256, digests);
    }

    private static byte[] masked(byte[] came, UnaryOperator<String> operation) {
        Charset charset = charset(came);
        String text = new String(came, charset);
        String clean = operation.apply(text);
        return clean.equals(text) ? came : clean.getBytes(charset);
    }

    /** Bytes that are no UTF-8 are read byte by byte, so that nothing else of them changes. */
    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
