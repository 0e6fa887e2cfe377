package dev.aftersales.logistics.orders;

/** The name of a stage, as callers and queries use it. */
enum ShipmentState {
    REQUESTED,
    BACKORDERED,
    RELEASED,
    READY_FOR_CARRIER,
    DISPATCHED,
    DELIVERED;

    static ShipmentState of(ShipmentStage stage) {
        return switch (stage) {
            case ShipmentStage.Requested requested -> REQUESTED;
            case ShipmentStage.Backordered backordered -> BACKORDERED;
            case ShipmentStage.Released released -> RELEASED;
            case ShipmentStage.ReadyForCarrier ready -> READY_FOR_CARRIER;
            case ShipmentStage.Dispatched dispatched -> DISPATCHED;
            case ShipmentStage.Delivered delivered -> DELIVERED;
        };
    }
}
