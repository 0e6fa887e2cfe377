package dev.aftersales.claims.customers;

import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a customer wants to be reached; for that customer alone. */
@RestController
@RequestMapping("/api/v1/customers/me")
class MyContactController {

    private final Customers customers;

    MyContactController(Customers customers) {
        this.customers = customers;
    }

    /** A line of text that goes into mail headers and labels: no control characters. */
    private static final String LINE = "\\P{Cntrl}*";

    /** The contact as it is said and shown. */
    record ContactBody(
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE)
            String name,

            @NotBlank @Email @Size(max = 254) @Pattern(regexp = LINE)
            String email,

            @Nullable @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}")
            String phone,

            @Nullable @Valid AddressBody address,

            @NotBlank @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
            String language) {

        Contact contact() {
            return new Contact(name, email, phone, address == null ? null : address.address(), language);
        }
    }

    /** A postal address. */
    record AddressBody(
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE)
            String recipient,

            @NotBlank @Size(max = 400) @Pattern(regexp = LINE)
            String street,

            @NotBlank @Size(max = 200) @Pattern(regexp = LINE)
            String city,

            @Nullable @Size(max = 20) @Pattern(regexp = LINE)
            String postalCode,

            @NotBlank @Size(max = 100) @Pattern(regexp = LINE)
            String country) {

        Contact.Address address() {
            return new Contact.Address(recipient, street, city, postalCode, country);
        }
    }

    /** The contact on record. */
    record ContactView(
            String name,
            String email,
            @Nullable String phone,
            Contact.@Nullable Address address,
            String language,
            long version) {

        static ContactView of(Customers.Known known) {
            Contact contact = known.contact();
            return new ContactView(
                    contact.name(),
                    contact.email(),
                    contact.phone(),
                    contact.address(),
                    contact.language(),
                    known.version());
        }
    }

    @Allowed(Role.CUSTOMER)
    @PutMapping
    ContactView put(
            Caller caller,
            @RequestParam(required = false) @Nullable String vendor,
            @Valid @RequestBody ContactBody contact) {
        return ContactView.of(customers.put(caller, caller.vendorOr(vendor), contact.contact()));
    }

    @Allowed(Role.CUSTOMER)
    @GetMapping
    ContactView get(Caller caller, @RequestParam(required = false) @Nullable String vendor) {
        return customers
                .find(caller, caller.vendorOr(vendor))
                .map(ContactView::of)
                .orElseThrow(() -> Problem.status(404)
                        .type("not-found")
                        .title("There is no contact on record")
                        .detail("PUT one here, or submit a claim with a token that names an e-mail address.")
                        .exception());
    }
}
