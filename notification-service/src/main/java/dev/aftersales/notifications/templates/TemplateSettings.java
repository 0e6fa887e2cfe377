package dev.aftersales.notifications.templates;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.util.UriUtils;

/**
 * Settings of the texts.
 *
 * @param portalUrl address at which a customer sees a claim, with {@code {id}} in the claim's place; without it no mail
 *     contains a link, and each names the claim in the portal; none asks for a reply, which nobody would read
 */
@ConfigurationProperties("aftersales.notifications")
record TemplateSettings(@Nullable String portalUrl) {

    private static final String ID = "{id}";

    TemplateSettings {
        if (portalUrl != null && !portalUrl.contains(ID)) {
            throw new IllegalArgumentException("aftersales.notifications.portal-url must contain " + ID);
        }
    }

    /** The page of a claim; absent where there are no such pages. */
    @Nullable
    String linkTo(String claim) {
        return portalUrl == null
                ? null
                : portalUrl.replace(ID, UriUtils.encodePathSegment(claim, StandardCharsets.UTF_8));
    }
}
