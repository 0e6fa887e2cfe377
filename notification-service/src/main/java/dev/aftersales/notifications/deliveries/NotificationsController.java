package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications")
class NotificationsController {

    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Newest first. A claim that the vendor does not have was told nothing. */
    @GetMapping
    @Allowed({Role.AGENT, Role.ACCOUNT_MANAGER, Role.VENDOR_OPS})
    Page<NotificationView> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String claim,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        String tenant = caller.vendorOr(vendor);
        int most = Cursor.limit(limit);
        return Cursor.page(
                notifications.list(tenant, claim, cursor == null ? null : Cursor.decode(cursor), most + 1),
                most,
                one -> new Cursor(one.letter().requestedAt(), one.letter().id()),
                NotificationView::of);
    }
}
