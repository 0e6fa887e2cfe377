package dev.aftersales.claims.quotes;

import dev.aftersales.contracts.events.claims.AnswerChannel;

/**
 * That staff answer for a customer, who told them.
 *
 * @param channel how the customer told them
 * @param reason what the customer said, or why the answer is taken down, in the words of staff and for staff
 */
public record OnBehalf(AnswerChannel channel, String reason) {}
