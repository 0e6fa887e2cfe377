package dev.aftersales.chassis.problems;

import dev.aftersales.chassis.store.StoreWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers for the API while the store is known to be away, at once and before any work: requests that each wait for the
 * store would queue up, and the last of them would be told much too late.
 */
public final class StoreAwayFilter extends OncePerRequestFilter {

    private final StoreWatch watch;
    private final JsonMapper json;

    public StoreAwayFilter(StoreWatch watch, JsonMapper json) {
        this.watch = watch;
        this.json = json;
    }

    /** Health and metrics need no store, and tell of the outage. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!watch.isStoreAway()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(503);
        response.setHeader(HttpHeaders.RETRY_AFTER, ProblemAdvice.RETRY_AFTER);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                ProblemAdvice.storeAway()
                        .detail("Nothing was changed. Try again in " + ProblemAdvice.RETRY_AFTER + " seconds.")
                        .body());
    }
}
