package dev.aftersales.claims.adjudication;

import java.time.LocalDate;

/**
 * The term of a unit.
 *
 * @param firstDay that it is counted from
 * @param lastDay of cover, through its end
 */
public record TermOfUnit(LocalDate firstDay, LocalDate lastDay) {}
