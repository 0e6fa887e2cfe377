package dev.aftersales.gateway;

import com.sun.net.httpserver.Headers;
import java.util.List;

/** A request as it reached a service. */
public record Seen(String service, String method, String path, Headers headers, long bodyBytes) {

    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
