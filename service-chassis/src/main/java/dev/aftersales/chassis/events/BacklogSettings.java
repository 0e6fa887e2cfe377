package dev.aftersales.chassis.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited for what was said and not heard yet.
 *
 * @param patience for a topic of which nothing at all is heard, though there is something; what became due is set off
 *     without it afterwards
 */
@ConfigurationProperties("aftersales.backlog")
public record BacklogSettings(@DefaultValue("1m") Duration patience) {}
