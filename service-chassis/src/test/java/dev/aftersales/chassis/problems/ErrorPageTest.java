package dev.aftersales.chassis.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import tools.jackson.databind.json.JsonMapper;

class ErrorPageTest {

    private final ErrorPage page = new ErrorPage(JsonMapper.shared());

    @Test
    void asksToComeBackWhileTheIssuerIsAway() throws Exception {
        for (Exception away : new Exception[] {
            new JwtDecoderInitializationException("no keys", new RuntimeException()),
            new AuthenticationServiceException("no keys")
        }) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, away);
            MockHttpServletResponse response = new MockHttpServletResponse();

            page.handleRequest(request, response);

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isNotBlank();
            assertThat(response.getContentAsString()).contains("urn:aftersales:problem:unavailable");
        }
    }
}
