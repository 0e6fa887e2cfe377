package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineFacts;
import dev.aftersales.claims.adjudication.UnitFacts;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to look at the facts of a line and make nothing of them; not even an iterator. */
final class Floor {

    private Floor() {}

    static void read(Line given, Blackhole reader) {
        Facts facts = given.facts();
        reader.consume(facts.submittedAt());
        reader.consume(facts.contractNumber());
        reader.consume(facts.contractKnown());
        reader.consume(facts.model());
        reader.consume(facts.faultDescribed());
        reader.consume(facts.declaredCause());
        for (int i = 0; i < facts.evidence().size(); i++) {
            EvidenceItem item = facts.evidence().get(i);
            reader.consume(item.id());
            reader.consume(item.kind());
        }
        LineFacts line = facts.lines().getFirst();
        reader.consume(line.serial());
        read(line.unit(), reader);
        read(line.diagnosis(), reader);
    }

    private static void read(@Nullable UnitFacts unit, Blackhole reader) {
        if (unit == null) {
            return;
        }
        reader.consume(unit.model());
        reader.consume(unit.itemClass());
        for (int i = 0; i < unit.documents().size(); i++) {
            DatedDocument document = unit.documents().get(i);
            reader.consume(document.kind());
            reader.consume(document.date());
        }
    }

    private static void read(@Nullable Diagnosis diagnosis, Blackhole reader) {
        if (diagnosis == null) {
            return;
        }
        reader.consume(diagnosis.cause());
        reader.consume(diagnosis.causeConfirmed());
        reader.consume(diagnosis.confirmedBy().kind());
        reader.consume(diagnosis.disposition());
        for (int i = 0; i < diagnosis.findings().size(); i++) {
            reader.consume(diagnosis.findings().get(i));
        }
    }
}
