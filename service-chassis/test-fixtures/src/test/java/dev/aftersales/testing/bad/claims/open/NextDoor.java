package dev.aftersales.testing.bad.claims.open;

class NextDoor {
    UsedNextDoor other = new UsedNextDoor();
}
