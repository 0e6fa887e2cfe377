package dev.aftersales.local.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Clients that nobody can add to. Unlike the framework's list in memory it lets two of them share one secret. */
record FixedClients(List<RegisteredClient> clients) implements RegisteredClientRepository {

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the clients of the local issuer are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** Each client's id is its name. */
    @Override
    public @Nullable RegisteredClient findByClientId(String name) {
        return clients.stream()
                .filter(client -> client.getClientId().equals(name))
                .findFirst()
                .orElse(null);
    }
}
