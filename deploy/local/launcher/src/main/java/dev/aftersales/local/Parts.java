package dev.aftersales.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the suite consists of, and what each part needs. */
final class Parts {

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private static final String SERVICE_SECRET = "demo";

    private final Wishes wishes;
    private final DataDirectory data;
    private final Home home;
    private final Jvm jvm;

    Parts(Wishes wishes, DataDirectory data, Home home) {
        this.wishes = wishes;
        this.data = data;
        this.home = home;
        this.jvm = new Jvm(data.root());
    }

    /** Each after those that it needs. This is the topology; everything else in here is wiring. */
    List<Part> all() {
        List<Part> parts = new ArrayList<>();

        if (wishes.outside().broker().isEmpty()) {
            parts.add(broker());
        }
        if (wishes.outside().store().isEmpty()) {
            parts.add(store());
        }
        if (wishes.mailServer().isEmpty()) {
            parts.add(Part.of(
                    "mail",
                    mailCommand(),
                    Probe.tcp(wishes.ports().smtp(), wishes.ports().imap()),
                    wishes.ports().smtp(),
                    wishes.ports().imap()));
        }
        if (wishes.outside().issuer().isEmpty()) {
            parts.add(bootJar("issuer", home.issuerJar(), wishes.ports().issuer())
                    .with("AFTERSALES_ISSUER_URI", issuer())
                    .with("AFTERSALES_ISSUER_DATA", data.of("issuer"))
                    .with("AFTERSALES_ISSUER_PORTAL", url(wishes.ports().gateway()))
                    .with("AFTERSALES_ISSUER_SERVICE_SECRET", SERVICE_SECRET));
        }
        if (!wishes.services()) {
            return parts;
        }

        eachInstance(
                "claims-service",
                (instance, own) -> parts.add(service("claims-service", instance, own.claims())
                        .with("AFTERSALES_CUSTOMERS_MASTER_KEY", data.masterKey())));
        eachInstance(
                "diagnosis-service",
                (instance, own) -> parts.add(service("diagnosis-service", instance, own.diagnosis())
                        .with(
                                "AFTERSALES_RADAR_STATE_DIRECTORY",
                                data.of("radar").resolve(InstanceName.of("diagnosis-service", instance)))));
        eachInstance(
                "logistics-service",
                (instance, own) -> parts.add(fellow("logistics-service", instance, own.logistics())));
        eachInstance(
                "notification-service",
                (instance, own) -> parts.add(fellow("notification-service", instance, own.notifications())
                        .needing("mail")
                        .with(
                                "SPRING_MAIL_HOST",
                                wishes.mailServer()
                                        .map(Wishes.MailServerAddress::host)
                                        .orElse("127.0.0.1"))
                        .with(
                                "SPRING_MAIL_PORT",
                                wishes.mailServer()
                                        .map(Wishes.MailServerAddress::port)
                                        .orElse(String.valueOf(wishes.ports().smtp())))));
        parts.add(bootJar("gateway", home.serviceJar("gateway"), wishes.ports().gateway())
                .needing("broker")
                .with("SPRING_KAFKA_BOOTSTRAP_SERVERS", brokerAddress())
                .with("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer())
                .with("AFTERSALES_GATEWAY_CLAIMS_URI", instanceUrls("claims-service", Ports::claims))
                .with("AFTERSALES_GATEWAY_DIAGNOSIS_URI", instanceUrls("diagnosis-service", Ports::diagnosis))
                .with("AFTERSALES_GATEWAY_LOGISTICS_URI", instanceUrls("logistics-service", Ports::logistics))
                .with(
                        "AFTERSALES_GATEWAY_NOTIFICATIONS_URI",
                        instanceUrls("notification-service", Ports::notifications)));

        if (wishes.partners()) {
            parts.add(Part.of("partners", partnersCommand(), Probe.none())
                    .needing("gateway", "logistics-service", "claims-service", "diagnosis-service", "issuer"));
        }
        return parts;
    }

    private Part broker() {
        BrokerSettings settings = new BrokerSettings(directoryOf("broker"), wishes.ports());
        String classPath = home.libraries("kafka");
        List<String> options = options(
                "broker",
                "384m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        Path file = settings.write();
        return Part.of(
                        "broker",
                        jvm.mainClass(options, classPath, "kafka.Kafka", file),
                        Probe.tcp(wishes.ports().broker()),
                        wishes.ports().broker(),
                        wishes.ports().controller())
                .first(
                        settings.formatted(),
                        jvm.mainClass(
                                options,
                                classPath,
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                BrokerSettings.newClusterId(),
                                "-c",
                                file));
    }

    private Part store() {
        Path documents = directoryOf("store").resolve(storeKind());
        documents.toFile().mkdirs();
        List<String> command = mongodFound()
                ? List.of(
                        "mongod",
                        "--dbpath",
                        documents.toString(),
                        "--port",
                        String.valueOf(wishes.ports().store()),
                        "--bind_ip",
                        "127.0.0.1",
                        // Names the data directory, so that whoever cleans up can tell our processes from others.
                        "--pidfilepath",
                        data.of("run").resolve("mongod").toString())
                : jvm.mainClass(
                        options("store", "320m"),
                        home.libraries("store"),
                        "dev.aftersales.local.store.LocalStore",
                        "--data",
                        documents,
                        "--port",
                        wishes.ports().store());
        return Part.of(
                "store",
                command,
                Probe.tcp(wishes.ports().store()),
                wishes.ports().store());
    }

    private Path directoryOf(String part) {
        return wishes.kept().getOrDefault(part, data.of(part));
    }

    private List<String> mailCommand() {
        return jvm.mainClass(
                options("mail", "96m"),
                home.ownClassPath(),
                "dev.aftersales.local.mail.MailServer",
                data.of("mail"),
                wishes.ports().smtp(),
                wishes.ports().imap());
    }

    private List<String> partnersCommand() {
        return jvm.mainClass(
                options("partners", "64m"),
                home.ownClassPath(),
                "dev.aftersales.local.partners.Partners",
                url(wishes.ports().gateway()),
                issuer());
    }

    private Part service(String name, int instance, int port) {
        return bootJar(InstanceName.of(name, instance), home.serviceJar(name), port)
                .needing("broker", "store")
                .with("SPRING_KAFKA_BOOTSTRAP_SERVERS", brokerAddress())
                .with("SPRING_MONGODB_URI", storeUri())
                .with("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer());
    }

    /** A service that asks claims-service, always the first instance, since its client knows one address. */
    private Part fellow(String name, int instance, int port) {
        return service(name, instance, port)
                .with("AFTERSALES_FELLOWS_CLAIMS_URI", url(wishes.ports().claims()))
                .with("AFTERSALES_FELLOWS_TOKEN_URI", issuer() + "/oauth2/token")
                .with("AFTERSALES_FELLOWS_CLIENT_ID", name)
                .with("AFTERSALES_FELLOWS_CLIENT_SECRET", SERVICE_SECRET);
    }

    private void eachInstance(String service, BiConsumer<Integer, Ports> add) {
        for (int instance = 1; instance <= wishes.instancesOf(service); instance++) {
            add.accept(instance, wishes.ports().ofInstance(instance));
        }
    }

    private String instanceUrls(String service, ToIntFunction<Ports> of) {
        return IntStream.rangeClosed(1, wishes.instancesOf(service))
                .mapToObj(instance -> url(of.applyAsInt(wishes.ports().ofInstance(instance))))
                .collect(Collectors.joining(","));
    }

    private Part bootJar(String name, Path jar, int port) {
        return Part.of(
                        name,
                        jvm.jar(
                                options(
                                        name,
                                        name.equals("issuer") ? "128m" : "256m",
                                        Jvm.archiving(new UnpackedJar(jar).archive(name))),
                                home.program(jar)),
                        Probe.http("http://127.0.0.1:" + port + "/actuator/health/readiness"),
                        port)
                .with("SERVER_PORT", port)
                .with("SERVER_ADDRESS", "127.0.0.1")
                .with(
                        "SPRING_PROFILES_ACTIVE",
                        wishes.simulation() && !name.equals("issuer") ? "local,simulation" : "local")
                // One broker holds one copy.
                .with("AFTERSALES_TOPICS_REPLICATION", "1");
    }

    private List<String> options(String part, String heap, String... more) {
        return options(part, heap, List.of(), more);
    }

    /** The usual options of a part, or those that were chosen for it; an archive belongs to the usual ones alone. */
    private List<String> options(String part, String heap, List<String> archiving, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        List<String> chosen =
                wishes.jvmOptions().getOrDefault(part, wishes.jvmOptions().get(InstanceName.serviceOf(part)));
        if (chosen == null) {
            options.add("-Xmx" + heap);
            options.addAll(SMALL);
            options.addAll(archiving);
        } else {
            options.addAll(chosen);
        }
        return options;
    }

    private String brokerAddress() {
        return wishes.outside().broker().orElse("127.0.0.1:" + wishes.ports().broker());
    }

    private String storeUri() {
        return wishes.outside()
                .store()
                .orElse("mongodb://127.0.0.1:" + wishes.ports().store());
    }

    private static boolean mongodFound() {
        return Keeper.onPath("mongod");
    }

    private String storeKind() {
        return wishes.outside().store().isPresent() ? "outside" : mongodFound() ? "mongod" : "embedded";
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    /** Who issues tokens. */
    String issuer() {
        return wishes.outside().issuer().orElse(url(wishes.ports().issuer()));
    }

    /** What holds the documents, in words. */
    String storeText() {
        return switch (storeKind()) {
            case "outside" -> "the store named by SPRING_MONGODB_URI";
            case "mongod" -> "MongoDB (mongod on PATH), " + storeUri();
            default -> "the embedded store (no mongod on PATH), " + storeUri();
        };
    }
}
