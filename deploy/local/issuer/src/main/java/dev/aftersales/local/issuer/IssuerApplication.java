package dev.aftersales.local.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the issuer. It belongs to the local platform only: its people are public and share one password. */
@SpringBootApplication
@EnableConfigurationProperties({IssuerSettings.class, People.class})
class IssuerApplication {

    public static void main(String[] args) {
        SpringApplication.run(IssuerApplication.class, args);
    }
}
