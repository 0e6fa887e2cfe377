package dev.aftersales.claims.policies;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy pack is wrong. At start the service does not come up; a draft is refused. It names everything that could be
 * found at once: file, line, place and rule.
 */
public final class PackError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PackProblem> problems;

    PackError(String file, String path, String rule) {
        this(List.of(new PackProblem(file, 0, path, rule)));
    }

    PackError(List<PackProblem> problems) {
        super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream()
                .sorted(Comparator.comparingInt(PackProblem::line))
                .toList();
    }

    /** In the order of the file; never empty. */
    public List<PackProblem> problems() {
        return problems;
    }
}
