package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.units.UnitRemoved;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import org.springframework.stereotype.Component;

/** Counts the unit no more among those that were sold. */
@Component
class OnUnitRemoved implements Reaction<UnitRemoved> {

    private final InstalledBase installedBase;

    OnUnitRemoved(InstalledBase installedBase) {
        this.installedBase = installedBase;
    }

    @Override
    public Class<UnitRemoved> event() {
        return UnitRemoved.class;
    }

    @Override
    public void react(Received<UnitRemoved> event) {
        installedBase.removed(event);
    }
}
