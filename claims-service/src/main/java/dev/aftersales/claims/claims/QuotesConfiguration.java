package dev.aftersales.claims.claims;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.quotes.CappedCharges;
import dev.aftersales.claims.tariffs.Tariffs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuoteSettings.class)
class QuotesConfiguration {

    @Bean
    YearlyCaps yearlyCaps(Claims claims, Contracts contracts, CappedCharges charges) {
        return new YearlyCaps(claims, contracts, charges);
    }

    @Bean
    QuoteClaim quoteClaim(Claims claims, Judge judge, Tariffs tariffs, YearlyCaps caps, Clock businessClock) {
        return new QuoteClaim(claims, judge, tariffs, caps, businessClock);
    }

    @Bean
    AnswerQuote answerQuote(Claims claims, Judge judge, YearlyCaps caps, Clock businessClock) {
        return new AnswerQuote(claims, judge, caps, businessClock);
    }

    @Bean
    RequestQuote requestQuote(Claims claims, Judge judge, Clock businessClock) {
        return new RequestQuote(claims, judge, businessClock);
    }

    @Bean
    OfferQuote offerQuote(Claims claims, Judge judge, Tariffs tariffs, YearlyCaps caps) {
        return new OfferQuote(claims, judge, tariffs, caps);
    }

    @Bean
    PaymentIntake paymentIntake(Claims claims, StrayPayments strays, QuoteSettings settings) {
        return new PaymentIntake(claims, strays, settings.paymentProviders());
    }

    @Bean
    StrayPayments strayPayments(AggregatesFactory factory, Clock businessClock) {
        return new StrayPayments(factory.of(StrayPayments.TYPE), businessClock);
    }

    @Bean
    PaymentList paymentList(Claims claims, StrayPayments strays) {
        return new PaymentList(claims, strays);
    }

    @Bean
    SettlePayment settlePayment(Claims claims, Clock businessClock) {
        return new SettlePayment(claims, businessClock);
    }

    @Bean
    QuoteSweep expiredQuotes(Claims claims, Backlog backlog, Clock businessClock, MeterRegistry meters) {
        return new QuoteSweep(claims, backlog, businessClock, meters);
    }

    @Bean
    LeasedSweep quoteSweep(
            QuoteSweep expiredQuotes,
            QuoteSettings settings,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("expired-quotes", settings.sweepEvery(), expiredQuotes, database, machineClock)
                .dueByBusinessTime();
    }
}
