package dev.aftersales.claims.agreements;

/**
 * What both sides settled about training (E7.1).
 *
 * @param place where it is held
 * @param people how many may come
 */
public record Training(String place, int people) {}
