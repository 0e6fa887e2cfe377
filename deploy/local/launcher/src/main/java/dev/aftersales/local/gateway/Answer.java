package dev.aftersales.local.gateway;

import tools.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body the JSON of the answer; a missing node where it had none
 */
public record Answer(int status, JsonNode body) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
