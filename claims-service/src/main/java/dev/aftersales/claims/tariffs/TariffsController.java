package dev.aftersales.claims.tariffs;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The prices of a vendor, for those who set them and those who quote by them. */
@RestController
@RequestMapping("/api/v1/tariffs")
class TariffsController {

    private static final Logger log = LoggerFactory.getLogger(TariffsController.class);

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private final Tariffs tariffs;

    TariffsController(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** A tariff as it is shown; {@code revision} counts its changes. */
    record TariffView(String code, String vendor, int revision, List<PutTariff.PriceBody> prices) {
        static TariffView of(Tariff tariff) {
            return new TariffView(
                    tariff.code(),
                    tariff.vendor(),
                    tariff.revision(),
                    PutTariff.of(tariff).prices());
        }
    }

    @GetMapping("/{code}")
    @Allowed({Role.FINANCE, Role.POLICY_ADMIN, Role.AGENT, Role.ACCOUNT_MANAGER, Role.VENDOR_OPS})
    TariffView get(Caller caller, @PathVariable String code, @RequestParam @Nullable String vendor) {
        return tariffs.find(caller.vendorOr(vendor), code)
                .map(TariffView::of)
                .orElseThrow(() -> Problem.notFound("tariff", code).exception());
    }

    @PutMapping("/{code}")
    @Allowed({Role.FINANCE, Role.POLICY_ADMIN})
    ResponseEntity<TariffView> put(
            Caller caller,
            @PathVariable String code,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid PutTariff body) {
        String tenant = caller.vendorOr(vendor);
        if (!CODE.matcher(code).matches()) {
            throw Problem.status(422)
                    .type("bad-tariff-code")
                    .title("That cannot be the code of a tariff")
                    .detail("A code has up to 32 small letters, digits and dashes, and starts with a letter or digit.")
                    .exception();
        }
        List<Map<String, String>> contradictions = TariffContradictions.in(body);
        if (!contradictions.isEmpty()) {
            throw Problem.status(422)
                    .type("contradicts-itself")
                    .title("The tariff contradicts itself")
                    .detail("Nothing was entered. Mend what errors names and send the tariff again.")
                    .with("errors", contradictions)
                    .exception();
        }
        Tariffs.Entering entered = tariffs.enter(tenant, code, body.toPrices(), caller.person());
        log.atInfo()
                .addKeyValue("vendor", tenant)
                .addKeyValue("tariff", code)
                .addKeyValue("revision", entered.tariff().revision())
                .log("tariff entered");
        return ResponseEntity.status(entered.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(TariffView.of(entered.tariff()));
    }
}
