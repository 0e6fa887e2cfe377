package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.units.UnitRecorded;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import org.springframework.stereotype.Component;

/** Keeps what is told of the unit: it may be a sister of units that fail. */
@Component
class OnUnitRecorded implements Reaction<UnitRecorded> {

    private final InstalledBase installedBase;

    OnUnitRecorded(InstalledBase installedBase) {
        this.installedBase = installedBase;
    }

    @Override
    public Class<UnitRecorded> event() {
        return UnitRecorded.class;
    }

    @Override
    public void react(Received<UnitRecorded> event) {
        installedBase.recorded(event);
    }
}
