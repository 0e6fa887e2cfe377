package dev.aftersales.claims.adjudication;

import org.jspecify.annotations.Nullable;

/**
 * The facts of one line.
 *
 * @param line its number, from 1
 * @param serial as claimed; absent when the line is a quantity
 * @param unit what the named contract knows under that serial; absent without a serial or when it does not know it
 * @param diagnosis absent until there is one
 * @param review the last one; absent until there is one
 */
public record LineFacts(
        int line,
        @Nullable String serial,
        @Nullable UnitFacts unit,
        @Nullable Diagnosis diagnosis,
        @Nullable Review review) {}
