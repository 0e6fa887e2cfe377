package dev.aftersales.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** How a part shows that it is ready. */
sealed interface Probe {

    boolean passes();

    static Probe tcp(Integer... ports) {
        return new Tcp(List.of(ports));
    }

    static Probe http(String url) {
        return new Http(URI.create(url));
    }

    static Probe none() {
        return new None();
    }

    /** Someone accepts connections on every one of the ports. */
    record Tcp(List<Integer> ports) implements Probe {

        @Override
        public boolean passes() {
            return ports.stream().allMatch(Tcp::accepts);
        }

        static boolean accepts(int port) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** The address answers with 200. */
    record Http(URI uri) implements Probe {

        @Override
        public boolean passes() {
            try {
                HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setConnectTimeout(500);
                connection.setReadTimeout(2_000);
                return connection.getResponseCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Ready as soon as it runs. */
    record None() implements Probe {

        @Override
        public boolean passes() {
            return true;
        }
    }
}
