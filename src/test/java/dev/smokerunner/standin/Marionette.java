package dev.smokerunner.standin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection to the remote control that is built into Firefox: messages of JSON, each with its length and a colon before it; a
 * command is {@code [0, number, name, parameters]}, its answer {@code [1, number, error, result]}.
 */
final class Marionette implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Socket socket;
    private int commands;

    /** Connects, and reads how it introduces itself. */
    Marionette(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        JsonNode unused = read();
    }

    /**
     * Gives a command and waits for its answer.
     *
     * @return its result
     * @throws Refused if it answers with an error
     */
    synchronized JsonNode command(String name, JsonNode parameters) throws IOException {
        byte[] message = JSON.createArrayNode()
                .add(0)
                .add(++commands)
                .add(name)
                .add(parameters)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((message.length + ":").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(message);
        JsonNode answer = read();
        if (!answer.path(2).isNull()) {
            throw new Refused(answer.path(2));
        }
        return answer.path(3);
    }

    private JsonNode read() throws IOException {
        InputStream in = socket.getInputStream();
        int length = 0;
        for (int digit = in.read(); digit != ':'; digit = in.read()) {
            if (digit < 0) {
                throw new EOFException("Firefox has closed its remote control");
            }
            length = length * 10 + digit - '0';
        }
        return JSON.readTree(in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** An error that Firefox answered. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        private final transient JsonNode error;

        Refused(JsonNode error) {
            super(error.toString());
            this.error = error;
        }

        /** As WebDriver has it: with the fields error, message and stacktrace. */
        JsonNode error() {
            return error;
        }
    }
}
