package dev.aftersales.gateway.routes;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/** An instance of a service by its web server alone, which stops in the steps in which a service does. */
final class TomcatInstance implements AutoCloseable {

    /** As services are set: aftersales.shutdown.drain. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final int port = freePort();
    private final AtomicInteger served = new AtomicInteger();
    private Tomcat tomcat = new Tomcat();

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    int served() {
        return served.get();
    }

    void start() {
        try {
            tomcat = new Tomcat();
            tomcat.setBaseDir(Files.createTempDirectory("tomcat-").toString());
            tomcat.setSilent(true);
            Connector connector = new Connector();
            connector.setPort(port);
            connector.setProperty("address", "127.0.0.1");
            connector.setProperty("maxKeepAliveRequests", "-1");
            tomcat.setConnector(connector);
            Context context = tomcat.addContext("", null);
            Tomcat.addServlet(context, "answer", new Answering());
            context.addServletMappingDecoded("/", "answer");
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says good-bye for a while, then stops to take requests, then ends. */
    void drainAndStop() {
        Connector connector = tomcat.getConnector();
        ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setMaxKeepAliveRequests(1);
        LockSupport.parkNanos(DRAIN.toNanos());
        connector.pause();
        connector.getProtocolHandler().closeServerSocketGraceful();
        close();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Answering extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            served.incrementAndGet();
            response.setContentType("application/json");
            response.getOutputStream().print("{}");
        }
    }
}
