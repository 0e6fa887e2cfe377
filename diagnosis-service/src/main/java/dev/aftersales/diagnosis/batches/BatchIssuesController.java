package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Filters;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Those who run the vendor's operations decide; those who talk to its customers, or look at its units, may see. */
@RestController
@RequestMapping("/api/v1/batch-issues")
class BatchIssuesController {

    private static final List<String> FILTERS = List.of("vendor", "state", "cursor", "limit");
    private static final List<String> PAGES = List.of("cursor", "limit");

    private final BatchIssues issues;
    private final IssueLines lines;
    private final SisterUnits sisters;
    private final InitiatePlan initiate;
    private final ContainBatchIssue contain;
    private final ResolveBatchIssue resolve;
    private final WantedParts wanted;
    private final UnknownUnits unknown;
    private final Clock clock;

    BatchIssuesController(
            BatchIssues issues,
            IssueLines lines,
            SisterUnits sisters,
            InitiatePlan initiate,
            ContainBatchIssue contain,
            ResolveBatchIssue resolve,
            WantedParts wanted,
            UnknownUnits unknown,
            Clock clock) {
        this.issues = issues;
        this.lines = lines;
        this.sisters = sisters;
        this.initiate = initiate;
        this.contain = contain;
        this.resolve = resolve;
        this.wanted = wanted;
        this.unknown = unknown;
        this.clock = clock;
    }

    @GetMapping
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    Page<BatchIssueSummary> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable IssueState state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Batch issues", FILTERS);
        String tenant = caller.vendorOr(vendor);
        int most = Cursor.limit(limit);
        return Cursor.page(
                issues.newestFirst(tenant, state, cursor == null ? null : Cursor.decode(cursor), most + 1),
                most,
                BatchIssues::place,
                BatchIssueSummary::of);
    }

    @GetMapping("/{issue}")
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    BatchIssueView one(Caller caller, @PathVariable String issue) {
        return view(issues.of(caller, issue));
    }

    /** The lines that count, by claim and line. */
    @GetMapping("/{issue}/lines")
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    Page<IssueLineView> lines(
            Caller caller,
            @PathVariable String issue,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Lines of a batch issue", PAGES);
        IssueFile file = issues.of(caller, issue).file();
        int most = Cursor.limit(limit);
        String after = cursor == null
                ? null
                : TextCursor.decode(cursor, IssueLine.idsBegin(file.id())).text();
        List<IssueLine> found = lines.of(file, after, most + 1);
        return TextCursor.page(found, most, line -> new TextCursor(line.id()), IssueLineView::of);
    }

    /** Units like those that failed, which were sold, and of which no serial failed alike; by serial, in whichever state the issue is. */
    @GetMapping("/{issue}/sister-units")
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    Page<SisterUnitView> sisterUnits(
            Caller caller,
            @PathVariable String issue,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Sister units", PAGES);
        IssueFile file = issues.of(caller, issue).file();
        int most = Cursor.limit(limit);
        String after = cursor == null ? null : TextCursor.decode(cursor).text();
        return TextCursor.page(
                sisters.of(file, after, most + 1),
                most,
                unit -> new TextCursor(unit.serial()),
                unit -> SisterUnitView.of(file, unit));
    }

    /** Starts the emergency plan, which stops its clock. */
    @PostMapping("/{issue}/plan")
    @Allowed(Role.VENDOR_OPS)
    BatchIssueView initiate(Caller caller, @PathVariable String issue, @RequestBody @Valid PlanRequest body) {
        return view(Refusals.accepted(initiate.by(caller, issue, body.toOrder())));
    }

    /** Says that the plan's containment step is done. */
    @PostMapping("/{issue}/containment")
    @Allowed(Role.VENDOR_OPS)
    BatchIssueView contain(Caller caller, @PathVariable String issue) {
        return view(Refusals.accepted(contain.by(caller, issue)));
    }

    /** Closes the issue. */
    @PostMapping("/{issue}/resolution")
    @Allowed(Role.VENDOR_OPS)
    BatchIssueView resolve(Caller caller, @PathVariable String issue, @RequestBody @Valid ResolutionRequest body) {
        return view(Refusals.accepted(resolve.by(caller, issue, body.kindOrUsual(), body.reason())));
    }

    private BatchIssueView view(BatchIssue issue) {
        return BatchIssueView.of(
                issue,
                clock.instant(),
                unknown.of(issue.file()),
                issue instanceof Detected ? draft(issue.file()) : null);
    }

    private PlanDraft draft(IssueFile file) {
        SisterUnits.Looked looked = sisters.look(file);
        return PlanDraft.of(
                file,
                wanted.faults(file),
                looked == null ? List.of() : List.of(looked.reach()),
                looked == null ? null : looked.count(),
                issues.planBefore(file).orElse(null));
    }
}
