package dev.aftersales.endtoend.faults;

import java.util.Locale;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Who reads topics under a name of its own, and keeps dead letters under it. */
enum Hearer {
    CLAIMS("claims", "claims-service"),
    DIAGNOSIS("diagnosis", "diagnosis-service"),
    /** Part of diagnosis-service; one consumer of all its topics. */
    RADAR("diagnosis", "diagnosis-service.radar"),
    LOGISTICS("logistics", "logistics-service"),
    NOTIFICATIONS("notifications", "notification-service");

    private final String service;
    private final String consumer;

    Hearer(String service, String consumer) {
        this.service = service;
        this.consumer = consumer;
    }

    /** The name at the gateway of the service whose dead letters they are. */
    String service() {
        return service;
    }

    /** The id of its letter about the record at that place. */
    String letterOf(RecordMetadata place) {
        String of = this == RADAR ? consumer : consumer + "." + place.topic();
        return String.format(Locale.ROOT, "%s~%s~%d~%d", of, place.topic(), place.partition(), place.offset());
    }
}
