package dev.smokerunner.observe.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that does with each connection what a test says, however wrong that is. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    RawServer(Behaviour behaviour) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(() -> accept(behaviour));
    }

    /** What happens to a connection after the head of its request was read. */
    interface Behaviour {
        void meet(Socket socket, String requestHead, int connection) throws IOException;
    }

    /** Sends a text and closes in the ordinary way. */
    static Behaviour sending(String text) {
        return (socket, head, connection) -> {
            send(socket, text);
            socket.close();
        };
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Behaviour behaviour) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                int number = sockets.size();
                daemon(() -> serve(socket, behaviour, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Behaviour behaviour, int number) {
        try {
            behaviour.meet(socket, head(socket), number);
        } catch (IOException e) {
            // The client went away, which some tests want.
        }
    }

    /** Up to the empty line, or the first byte of what is no HTTP. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        boolean ended = false;
        while (!ended) {
            int c = socket.getInputStream().read();
            head.append((char) c);
            ended = c < ' ' && c != '\r' && c != '\n' || head.indexOf("\r\n\r\n") >= 0;
        }
        return head.toString();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
