package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.calendars.IllegalCalendar;
import dev.aftersales.chassis.calendars.YearUnknown;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows by which days a vendor's deadlines are counted, and takes new versions. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsController {

    private static final Logger log = LoggerFactory.getLogger(CalendarsController.class);

    /** Days that are shown at once: a year, and some to either side. */
    private static final int MOST_DAYS = 400;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,9})\"");

    private final Calendars calendars;

    CalendarsController(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * A version to be entered.
     *
     * @param from whose public holidays are added to those of the calendar; left out: nobody's
     */
    record VersionBody(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Valid HolidaySource from,
            @NotNull @Valid CalendarBody calendar) {}

    /** A vendor's calendars. They are few: {@value Calendars#MOST} at most. */
    @GetMapping
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS,
        Role.PLATFORM_OPS
    })
    Page<CalendarView.Summary> list(Caller caller, @RequestParam @Nullable String vendor) {
        List<CalendarView.Summary> all = calendars.all(caller.vendorOr(vendor)).stream()
                .map(CalendarView.Summary::of)
                .toList();
        return new Page<>(all, null);
    }

    /**
     * One version in full, with the ETag that a change of it names.
     *
     * @param version left out: the newest
     */
    @GetMapping("/{calendar}")
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS,
        Role.PLATFORM_OPS
    })
    ResponseEntity<CalendarView> get(
            Caller caller,
            @PathVariable String calendar,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable @Min(1) Integer version) {
        VendorCalendar found = found(caller.vendorOr(vendor), calendar, version);
        return ResponseEntity.ok().eTag(etag(found)).body(CalendarView.of(found, !caller.is(Role.CUSTOMER)));
    }

    /**
     * What each day is, and why.
     *
     * @param from the first day
     * @param to the last
     * @param version left out: the newest
     */
    @GetMapping("/{calendar}/days")
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS,
        Role.PLATFORM_OPS
    })
    Page<DayView> days(
            Caller caller,
            @PathVariable String calendar,
            @RequestParam @Nullable String vendor,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam @Nullable @Min(1) Integer version) {
        BusinessCalendar business = new BusinessCalendar(
                found(caller.vendorOr(vendor), calendar, version).definition());
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw invalid("to", "range", "must be from " + from + " on, at most " + MOST_DAYS + " days in all");
        }
        try {
            return new Page<>(
                    from.datesUntil(to.plusDays(1))
                            .map(business::day)
                            .map(DayView::of)
                            .toList(),
                    null);
        } catch (YearUnknown unknown) {
            throw CalendarProblems.yearUnknown(unknown);
        }
    }

    /**
     * In what a version differs from another one of the calendar: what its author moved, and for whom begins what.
     *
     * @param from left out: the one before
     */
    @GetMapping("/{calendar}/versions/{version}/diff")
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.POLICY_ADMIN,
        Role.VENDOR_OPS,
        Role.PLATFORM_OPS
    })
    CalendarDiff diff(
            Caller caller,
            @PathVariable String calendar,
            @PathVariable @Min(1) int version,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable @Min(1) Integer from) {
        String tenant = caller.vendorOr(vendor);
        VendorCalendar latter = compared(tenant, calendar, version, "version");
        if (from == null && version == 1) {
            throw invalid("from", "required", "must name the version to compare with: version 1 has none before it");
        }
        if (from != null && from == version) {
            throw invalid("from", "other", "must be another version than " + version);
        }
        VendorCalendar former = compared(tenant, calendar, from == null ? version - 1 : from, "from");
        return CalendarDiff.between(former.definition(), latter.definition());
    }

    /**
     * Enters a version of a calendar. {@code If-Match} names the ETag of the version that it follows, which must be the
     * newest; the first version of a new calendar comes with {@code If-None-Match: *}. Public holidays may be taken over from
     * a library; they become dates of the version, so that none moves when the library changes.
     */
    @PostMapping("/{calendar}/versions")
    @Allowed(Role.POLICY_ADMIN)
    ResponseEntity<CalendarView> enter(
            Caller caller,
            @PathVariable String calendar,
            @RequestParam @Nullable String vendor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody @Valid VersionBody body) {
        String tenant = caller.vendorOr(vendor);
        if (!ID.matcher(calendar).matches()) {
            throw Problem.status(422)
                    .type("bad-calendar-id")
                    .title("That cannot be the id of a calendar")
                    .detail("An id has up to 32 small letters, digits and dashes, and starts with a letter or digit.")
                    .exception();
        }
        int follows = follows(ifMatch, ifNoneMatch);
        Entering entering;
        try {
            entering = calendars.enter(
                    tenant, calendar, follows, body.calendar(), body.from(), body.reason(), caller.person());
        } catch (IllegalCalendar illegal) {
            throw illegal(String.valueOf(illegal.getMessage()));
        } catch (DateTimeException noZone) {
            throw illegal("there is no zone \"" + body.calendar().zone() + "\", as Asia/Shanghai is one");
        }
        return switch (entering) {
            case Entering.Entered entered -> answer(entered);
            case Entering.Stale stale ->
                throw Problem.status(412)
                        .type("calendar-changed")
                        .title("The version does not follow the newest one")
                        .detail(
                                stale.current() == 0
                                        ? "There is no such calendar yet. Send If-None-Match: * to begin it."
                                        : "Nothing was entered: the calendar is at version " + stale.current()
                                                + ". Read it again, and name its ETag in If-Match.")
                        .exception();
            case Entering.OtherZone other ->
                throw illegal("its zone stays " + other.zone()
                        + ", because policies of that zone name it; begin another calendar for another zone");
            case Entering.NoHolidays none -> throw noHolidays(none.refused());
            case Entering.TooMany many ->
                throw Problem.status(422)
                        .type("too-many-calendars")
                        .title("The vendor has as many calendars as one may have")
                        .detail("It has " + many.most() + ". Enter a new version of one of them.")
                        .exception();
        };
    }

    private static ResponseEntity<CalendarView> answer(Entering.Entered entered) {
        VendorCalendar calendar = entered.calendar();
        CalendarVersion version = calendar.version();
        log.atInfo()
                .addKeyValue("vendor", calendar.vendor())
                .addKeyValue("calendar", version.id())
                .addKeyValue("version", version.version())
                .log("calendar version entered");
        return ResponseEntity.status(entered.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/calendars/" + version.id() + "?version=" + version.version()))
                .eTag(etag(calendar))
                .body(CalendarView.of(calendar, true));
    }

    /** @param field of the request that names the version */
    private VendorCalendar compared(String vendor, String calendar, int version, String field) {
        return calendars.find(vendor, new CalendarVersion(calendar, version)).orElseThrow(() -> Problem.notFound(
                        "calendar", calendar + " (version " + version + ")")
                .with("errors", List.of(Map.of("field", field, "rule", "known", "detail", "no such version")))
                .exception());
    }

    private VendorCalendar found(String vendor, String calendar, @Nullable Integer version) {
        return (version == null
                        ? calendars.newest(vendor, calendar)
                        : calendars.find(vendor, new CalendarVersion(calendar, version)))
                .orElseThrow(() -> Problem.notFound(
                                "calendar", version == null ? calendar : calendar + " (version " + version + ")")
                        .exception());
    }

    private static String etag(VendorCalendar calendar) {
        return "\"" + calendar.version().version() + "\"";
    }

    private static int follows(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return 0;
        }
        Matcher etag = ETAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!etag.matches()) {
            throw Problem.status(428)
                    .type("if-match-needed")
                    .title("The request does not say which version it follows")
                    .detail("Name the ETag of the version that you read in If-Match, as in If-Match: \"1\"; for a new"
                            + " calendar send If-None-Match: *.")
                    .exception();
        }
        return Integer.parseInt(etag.group(1));
    }

    private static ProblemException illegal(String detail) {
        return Problem.status(422)
                .type("calendar-illegal")
                .title("That makes no calendar")
                .detail("Nothing was entered: " + detail + ".")
                .exception();
    }

    private static ProblemException noHolidays(PublicHolidays.Answer.Refused refused) {
        return Problem.status(422)
                .type("holidays-unknown")
                .title("The library does not give these holidays")
                .detail("Nothing was entered: " + refused.detail() + ".")
                .with("field", "from." + refused.field())
                .with("known", refused.known())
                .exception();
    }

    private static ProblemException invalid(String field, String rule, String detail) {
        return Problem.status(400)
                .type("invalid")
                .title("The request is not valid")
                .detail("One field breaks a rule.")
                .with("errors", List.of(Map.of("field", field, "rule", rule, "detail", detail)))
                .exception();
    }
}
