package dev.aftersales.chassis.deadlines;

/** One line of the explanation: a part of time, and what it was to the promise. */
public record Entry(Span span, Treatment treatment) {}
