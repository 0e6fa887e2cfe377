package dev.aftersales.chassis.store;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the store.
 *
 * @param database of this service; no other service reads or writes it
 */
@Validated
@ConfigurationProperties("aftersales.store")
public record StoreSettings(@NotBlank String database) {}
