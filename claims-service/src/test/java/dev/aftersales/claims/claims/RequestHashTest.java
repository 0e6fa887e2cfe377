package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestHashTest {

    private static final String BODY = """
            {"contractNumber":"C-1","model":"X1","serials":["S-1","S-2"],"faultCode":"E-42","description":"d"}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY,
                "{ \"model\":\"X1\",\n\"contractNumber\":\"C-1\",\"description\":\"d\",\"faultCode\":\"E-42\",\"serials\":[\"S-1\", \"S-2\"]}",
                "{\"contractNumber\":\"C-1\",\"model\":\"X1\",\"serials\":[\"S-1\",\"S-2\"],\"faultCode\":\"E-42\",\"description\":\"d\",\"lines\":null,\"evidenceIds\":[]}",
                "{\"contractNumber\":\"C-1\",\"model\":\"\\u0058\\u0031\",\"serials\":[\"S-1\",\"S-2\"],\"faultCode\":\"E-42\",\"description\":\"d\"}"
            })
    void isTheSameForWhatSaysTheSame(String body) {
        assertThat(hash(body)).isEqualTo(hash(BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contractNumber\":\"C-1\",\"model\":\"X1\",\"serials\":[\"S-2\",\"S-1\"],\"faultCode\":\"E-42\",\"description\":\"d\"}",
                "{\"contractNumber\":\"C-1\",\"model\":\"X1\",\"serials\":[\"S-1\",\"S-2\"],\"faultCode\":\"E-42\",\"description\":\"D\"}",
                "{\"contractNumber\":\"C-1\",\"model\":\"X1\",\"serials\":[\"S-1\"],\"faultCode\":\"E-42\",\"description\":\"d\"}",
                "{\"contractNumber\":\"C-1\",\"model\":\"X1\",\"serials\":[\"S-1\",\"S-2\"],\"faultCode\":\"E-42\",\"description\":\"d\",\"declaredCause\":\"DROP\"}"
            })
    void differsForWhatSaysAnythingElse(String body) {
        assertThat(hash(body)).isNotEqualTo(hash(BODY));
    }

    /** Stored with every claim: another value here would refuse repetitions across an upgrade. */
    @Test
    void neverChangesFromOneReleaseToTheNext() {
        assertThat(hash(BODY)).isEqualTo("1cd939a6f6520f170effafeedfe17d4dc39a9048f1fa3786d5c97f788b4981a8");
    }

    private static String hash(String body) {
        return RequestHash.of(JsonMapper.builder().build().readValue(body, SubmissionRequest.class));
    }
}
