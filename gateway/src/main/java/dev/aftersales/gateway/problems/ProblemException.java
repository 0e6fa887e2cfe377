package dev.aftersales.gateway.problems;

/** Ends a request with a problem; made by {@link Problem#exception()}. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        // An answer, no failure of ours: nobody reads its stack trace.
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
