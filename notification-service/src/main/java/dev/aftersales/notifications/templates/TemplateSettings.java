package dev.aftersales.notifications.templates;

import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriUtils;

/**
 * Settings of the texts.
 *
 * @param portalUrl address at which a customer sees a claim, with {@code {id}} in the claim's place
 */
@Validated
@ConfigurationProperties("aftersales.notifications")
record TemplateSettings(
        @NotBlank @DefaultValue("http://localhost:8080/claims/{id}")
        String portalUrl) {

    private static final String ID = "{id}";

    TemplateSettings {
        if (!portalUrl.contains(ID)) {
            throw new IllegalArgumentException("aftersales.notifications.portal-url must contain " + ID);
        }
    }

    /** The page of a claim. */
    String linkTo(String claim) {
        return portalUrl.replace(ID, UriUtils.encodePathSegment(claim, StandardCharsets.UTF_8));
    }
}
