package dev.aftersales.gateway.intake;

import dev.aftersales.contracts.Schemas;
import dev.aftersales.gateway.problems.Problem;
import dev.aftersales.gateway.problems.ProblemException;
import java.util.List;

/** Why a posting is refused, in the words that the partner reads. */
final class Refusals {

    private Refusals() {}

    static ProblemException unreadable(String detail) {
        return Problem.of(400, "unreadable", "The body cannot be read")
                .detail(detail)
                .exception();
    }

    static ProblemException noCloudEvent(String detail) {
        return Problem.of(400, "not-a-cloudevent", "The request is no CloudEvent 1.0")
                .detail(detail)
                .exception();
    }

    static ProblemException contentType() {
        return Problem.of(415, "unsupported-media-type", "The content type is not taken here")
                .detail("Send one event: application/cloudevents+json, or application/json with the attributes in"
                        + " ce-* headers.")
                .exception();
    }

    static ProblemException unknownType(String type) {
        return Problem.of(400, "unknown-event-type", "Partners do not post events of this type")
                .detail("\"" + type + "\" is not one of: " + String.join(", ", Schemas.INTAKE_TYPES) + ".")
                .with("types", Schemas.INTAKE_TYPES)
                .exception();
    }

    static ProblemException vendorNeeded(Partner partner) {
        return Problem.of(400, "vendor-needed", "The event does not say for which vendor it is")
                .detail("Your token serves " + partner.vendors().size() + " vendors (" + partner.named()
                        + "). Name one in the extension attribute \"vendor\".")
                .exception();
    }

    /** The words for a vendor that does not exist and for one that the partner may not know to exist are the same. */
    static ProblemException noSuchVendor(String vendor) {
        return Problem.of(404, "not-found", "There is no such vendor")
                .detail("No vendor " + vendor + " is known to you.")
                .exception();
    }

    static ProblemException invalid(List<Violation> violations) {
        return Problem.of(400, "invalid", "The event is not valid")
                .detail(
                        violations.size() == 1
                                ? "One field breaks a rule."
                                : violations.size() + " fields break a rule.")
                .with("errors", violations)
                .exception();
    }
}
