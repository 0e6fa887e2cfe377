package dev.aftersales.chassis.problems;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Ends a request with a problem; made by {@link Problem#exception()}. */
public final class ProblemException extends ErrorResponseException {
    ProblemException(HttpStatusCode status, ProblemDetail body) {
        super(status, body, null);
    }
}
