package dev.aftersales.claims.agreements;

import dev.aftersales.claims.adjudication.AgreementKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agreement as it is shown. */
record AgreementView(
        String number,
        String vendor,
        AgreementKind kind,
        String contract,
        List<String> serials,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Training training,
        @Nullable String quote) {

    static AgreementView of(Agreement agreement) {
        return new AgreementView(
                agreement.number(),
                agreement.vendor(),
                agreement.kind(),
                agreement.contract(),
                agreement.serials(),
                agreement.from(),
                agreement.until(),
                agreement.training(),
                agreement.quote());
    }
}
