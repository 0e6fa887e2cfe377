package dev.aftersales.chassis.problems;

import dev.aftersales.chassis.aggregate.Contention;
import dev.aftersales.chassis.store.Outages;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Every error of a service as an RFC 9457 problem with a stable type. It names the field, the rule and what to do next,
 * and never a class, a stack trace or somebody else's data.
 */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Seconds after which a client is asked to come back during an outage. */
    static final String RETRY_AFTER = "2";

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = new ArrayList<>();
        failure.getBindingResult()
                .getFieldErrors()
                .forEach(error -> errors.add(Map.of(
                        "field", error.getField(),
                        "rule", ruleOf(error.getCode()),
                        "detail", String.valueOf(error.getDefaultMessage()))));
        failure.getBindingResult()
                .getGlobalErrors()
                .forEach(error -> errors.add(Map.of(
                        "field", "",
                        "rule", ruleOf(error.getCode()),
                        "detail", String.valueOf(error.getDefaultMessage()))));
        return answer(invalid(errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.isForReturnValue()) {
            return failed(failure);
        }
        List<Map<String, String>> errors = new ArrayList<>();
        failure.getParameterValidationResults().forEach(result -> result.getResolvableErrors()
                .forEach(error -> errors.add(Map.of(
                        "field",
                        error instanceof FieldError field
                                ? field.getField()
                                : String.valueOf(result.getMethodParameter().getParameterName()),
                        "rule",
                        ruleOf(lastOf(error.getCodes())),
                        "detail",
                        String.valueOf(error.getDefaultMessage())))));
        return answer(invalid(errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof JacksonException json) {
            if (json instanceof StreamReadException repeated
                    && repeated.processor() instanceof JsonParser parser
                    && isDuplicate(repeated)) {
                return answer(unreadable(fieldAt(parser), "the property is given twice"), headers);
            }
            String field = json.getPath().stream()
                    .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            if (json instanceof UnrecognizedPropertyException) {
                return answer(
                        invalid(List.of(
                                Map.of("field", field, "rule", "known", "detail", "this property is not known here"))),
                        headers);
            }
            if (json instanceof InvalidFormatException key && isOfAKey(key)) {
                field = field.isEmpty() ? String.valueOf(key.getValue()) : field + "." + key.getValue();
            }
            if (!field.isEmpty()) {
                Class<?> wanted = json instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
                return answer(unreadable(field, Wanted.words(wanted)), headers);
            }
        }
        return answer(
                Problem.status(400)
                        .type("unreadable")
                        .title("The body cannot be read")
                        .detail("Send one JSON document (content type application/json)."),
                headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(
                invalid(List.of(
                        Map.of("field", failure.getParameterName(), "rule", "required", "detail", "must be given"))),
                headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        return answer(unreadable(field, Wanted.words(failure.getRequiredType())), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> violated(ConstraintViolationException failure) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(invalid(failure.getConstraintViolations().stream()
                                .map(violation -> Map.of(
                                        "field", violation.getPropertyPath().toString(),
                                        "rule", "valid",
                                        "detail", violation.getMessage()))
                                .toList())
                        .body());
    }

    @ExceptionHandler
    ResponseEntity<Object> contended(Contention contention) {
        return retryLater(Problem.status(503)
                .type("contention")
                .title("Others are changing the same thing")
                .detail("Nothing was changed. Try again."));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(MultipartException failure) {
        return answer(
                Problem.status(400)
                        .type("unreadable")
                        .title("The form cannot be read")
                        .detail("Send it whole, as multipart/form-data with its boundary."),
                new HttpHeaders());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(Exception failure) {
        if (failure instanceof ClientAbortException) {
            // Nobody is there to be answered, and nothing is wrong here.
            return null;
        }
        if (Outages.isOutOfSpace(failure)) {
            return retryLater(Problem.status(507)
                    .type("out-of-space")
                    .title("The service has no room to store anything")
                    .detail("Nothing was changed. Try again later; the operator has to make room first."));
        }
        if (Outages.isOutage(failure)) {
            return retryLater(storeAway()
                    .detail("Whether anything was changed is not known. Repeat the request in " + RETRY_AFTER
                            + " seconds, a POST with the same Idempotency-Key."));
        }
        log.atError().setCause(failure).log("A request failed");
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.status(500)
                        .type("internal")
                        .title("Something went wrong here")
                        .detail("The failure is logged with the trace of this request.")
                        .body());
    }

    /** Spring's own refusals (method, media type, missing parameter ...) get a stable type as well. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem && hasNoType(problem)) {
            HttpStatus known = HttpStatus.resolve(status.value());
            String slug = known == null
                    ? "error"
                    : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
            problem.setType(Problem.status(status.value()).type(slug).body().getType());
        }
        return answer;
    }

    static Problem storeAway() {
        return Problem.status(503).type("unavailable").title("The service cannot reach its store");
    }

    private static boolean hasNoType(ProblemDetail problem) {
        return problem.getType() == null || problem.getType().toString().equals("about:blank");
    }

    /** The parser has no type of its own for it. */
    private static boolean isDuplicate(StreamReadException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate Object property");
    }

    /** The path ends with the map then, and not with its key. */
    private static boolean isOfAKey(InvalidFormatException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Cannot deserialize Map key");
    }

    /** Where the parser is, as {@code lines[0].quantity}. */
    private static String fieldAt(JsonParser parser) {
        return parser.streamReadContext()
                .pathAsPointer()
                .toString()
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.')
                .replaceFirst("^\\.", "");
    }

    private static Problem unreadable(String field, String detail) {
        return invalid(List.of(Map.of("field", field, "rule", "readable", "detail", detail)));
    }

    private static Problem invalid(List<Map<String, String>> errors) {
        return Problem.status(400)
                .type("invalid")
                .title("The request is not valid")
                .detail(errors.size() == 1 ? "One field breaks a rule." : errors.size() + " fields break a rule.")
                .with("errors", errors);
    }

    /** The codes of an error run from the most special to the constraint's own name. */
    private static @Nullable String lastOf(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    private static String ruleOf(@Nullable String code) {
        return code == null ? "valid" : code.substring(0, 1).toLowerCase(Locale.ROOT) + code.substring(1);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        ProblemDetail body = problem.body();
        return ResponseEntity.status(body.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ResponseEntity<Object> retryLater(Problem problem) {
        ProblemDetail body = problem.body();
        return ResponseEntity.status(body.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
