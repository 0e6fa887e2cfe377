package dev.aftersales.chassis.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/** The problem for what fails before a handler is reached: a path that the firewall refuses, an issuer that is away. */
public final class ErrorPage implements ErrorController, HttpRequestHandler {

    private final JsonMapper json;

    public ErrorPage(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problemOf(request, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem.body());
    }

    private static Problem problemOf(HttpServletRequest request, HttpServletResponse response) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof JwtDecoderInitializationException || failure instanceof AuthenticationServiceException) {
            response.setStatus(503);
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            return Problem.status(503)
                    .type("unavailable")
                    .title("The service cannot check your token")
                    .detail("The issuer does not answer. Nothing was changed. Try again in 2 seconds.");
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) instanceof HttpStatus known
                ? known
                : HttpStatus.NOT_FOUND;
        response.setStatus(status.value());
        return Problem.status(status.value())
                .type(status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .title(status.getReasonPhrase());
    }
}
