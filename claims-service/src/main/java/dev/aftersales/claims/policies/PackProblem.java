package dev.aftersales.claims.policies;

/**
 * One thing that is wrong with a policy pack.
 *
 * @param file the pack
 * @param line from 1; 0 where it is the file as a whole
 * @param path the place in the pack, for example {@code exclusions[3].causes[0]}
 * @param rule what must be so
 */
public record PackProblem(String file, int line, String path, String rule) {

    @Override
    public String toString() {
        return file + ": " + path + ": " + rule + (line > 0 ? " (line " + line + ")" : "");
    }
}
