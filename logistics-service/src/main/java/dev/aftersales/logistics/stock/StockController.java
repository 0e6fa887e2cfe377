package dev.aftersales.logistics.stock;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock")
class StockController {

    private static final int LONGEST_PART_NUMBER = 100;

    private final Stock stock;
    private final BookReceipt receipts;
    private final Clock clock;

    StockController(Stock stock, BookReceipt receipts, Clock clock) {
        this.stock = stock;
        this.receipts = receipts;
        this.clock = clock;
    }

    @GetMapping
    @Allowed({Role.WAREHOUSE, Role.AGENT, Role.VENDOR_OPS})
    Page<StockLevel> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        int most = Cursor.limit(limit);
        String after = cursor == null ? null : TextCursor.decode(cursor).text();
        return TextCursor.page(
                stock.list(caller.vendorOr(vendor), after, most + 1),
                most,
                level -> new TextCursor(level.part()),
                Function.identity());
    }

    /** Books what came in. The same reference again changes nothing. */
    @PostMapping("/{part}/receipts")
    @Allowed(Role.WAREHOUSE)
    ReceiptView receive(
            Caller caller,
            @PathVariable String part,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid ReceiptRequest body) {
        if (part.isBlank() || part.length() > LONGEST_PART_NUMBER) {
            throw Problem.status(400)
                    .type("bad-part-number")
                    .title("That is no part number")
                    .detail("A part number has 1 to " + LONGEST_PART_NUMBER + " characters.")
                    .exception();
        }
        Receipt receipt = new Receipt(
                caller.vendorOr(vendor),
                part,
                body.quantity(),
                body.lot(),
                body.reference(),
                caller.person(),
                clock.instant(),
                false);
        return switch (receipts.book(receipt)) {
            case BookReceipt.Booked.Counted counted ->
                new ReceiptView(receipt.reference(), receipt.quantity(), receipt.lot(), counted.level());
            case BookReceipt.Booked.ReferenceTaken taken ->
                throw Problem.status(409)
                        .type("reference-in-use")
                        .title("The reference stands for another receipt")
                        .detail("Under this reference " + taken.quantity() + " pieces "
                                + (taken.lot() == null ? "without a lot" : "of lot " + taken.lot())
                                + " are booked. Book further goods under a reference of their own.")
                        .with("quantity", taken.quantity())
                        .exception();
        };
    }
}
