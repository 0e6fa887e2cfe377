package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Verdict;
import org.jspecify.annotations.Nullable;

/** Renders an explanation as plain text, one paragraph for each clause, in one of two languages. */
final class ExplanationText {

    private final boolean chinese;
    private final StringBuilder text = new StringBuilder(512);

    private ExplanationText(boolean chinese) {
        this.chinese = chinese;
    }

    static String of(Explanation explanation, boolean chinese) {
        ExplanationText rendering = new ExplanationText(chinese);
        rendering.text.append(rendering.in(heading(explanation)));
        explanation.citations().forEach(rendering::append);
        return rendering.text.toString();
    }

    static Text heading(Explanation explanation) {
        Text heading = heading(explanation.verdict());
        return new Text(
                heading.en().replace("{}", explanation.policyVersion()),
                heading.zh().replace("{}", explanation.policyVersion()));
    }

    private static Text heading(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null ->
                new Text(
                        "No verdict yet under policy version {}: nothing stands against cover so far, and the line goes on to diagnosis.",
                        "按政策版本 {}：尚无判定；目前没有不利理由，进入故障诊断。");
            case COVERED -> new Text("Covered under policy version {}.", "按政策版本 {}：属于保修范围。");
            case COVERED_PARTIAL ->
                new Text(
                        "Covered in part under policy version {}; what is left to pay, if anything, is quoted.",
                        "按政策版本 {}：部分属于保修范围；如有须付费用，另行报价。");
            case NOT_COVERED_OFFER_QUOTE ->
                new Text("Not covered under policy version {}; a quote is offered.", "按政策版本 {}：不属于保修范围，提供报价。");
            case REDIRECT ->
                new Text(
                        "Not for the vendor to serve under policy version {}; somebody else answers for it.",
                        "按政策版本 {}：不由供应商负责，由他方承担。");
            case NEEDS_EVIDENCE ->
                new Text("Not decided yet under policy version {}; more evidence is needed.", "按政策版本 {}：尚未判定，需要补充材料。");
            case NEEDS_REVIEW ->
                new Text("Not decided yet under policy version {}; a person looks at it.", "按政策版本 {}：尚未判定，由人工审核。");
        };
    }

    private void append(Citation citation) {
        text.append("\n\n")
                .append(citation.clause())
                .append(chinese ? "（" : " (")
                .append(in(effect(citation.effect())))
                .append(chinese ? "）：" : "): ")
                .append(in(citation.text()));
        label(
                switch (citation.effect()) {
                    case DISMISSED -> new Text("Suspicion", "疑点");
                    case DISPUTE_UPHELD -> new Text("Disputed", "争议事项");
                    default -> new Text("Fact", "事实");
                });
        Text words = citation.words();
        text.append(words == null ? citation.fact() + " = " + citation.value() : in(words));
        Confirmation confirmation = citation.confirmation();
        if (confirmation != null) {
            confirmed(confirmation, citation.effect());
        }
        if (!citation.evidenceIds().isEmpty()) {
            label(new Text("Evidence", "证据"));
            text.append(String.join(", ", citation.evidenceIds()));
        }
        Text reading = citation.readingText();
        if (reading != null) {
            label(new Text("Policy silent, reading " + citation.reading(), "政策未作规定，按解读 " + citation.reading()));
            text.append(in(reading));
        }
        Text counterfactual = citation.counterfactual();
        if (counterfactual != null) {
            label(new Text("Otherwise", "否则"));
            text.append(in(counterfactual));
        }
        Text next = citation.next();
        if (next != null) {
            label(new Text("What you do next", "接下来请您"));
            text.append(in(next));
        }
    }

    private void label(Text name) {
        text.append("\n  ").append(in(name)).append(chinese ? "：" : ": ");
    }

    private void confirmed(Confirmation confirmation, Effect effect) {
        String who =
                in(office(confirmation.by().kind())) + " " + confirmation.by().id();
        if (chinese) {
            text.append("，由").append(who).append(" 于 ").append(confirmation.at());
        }
        text.append(in(
                switch (effect) {
                    case DISMISSED -> new Text(", dismissed by the word of ", " 排除");
                    case DISPUTE_UPHELD -> new Text(", dispute upheld by ", " 认定异议成立");
                    default -> new Text(", by the word of ", " 确认");
                }));
        if (!chinese) {
            text.append(who).append(" at ").append(confirmation.at());
        }
    }

    private static Text office(Confirmer.Kind kind) {
        return switch (kind) {
            case CATALOGUE -> new Text("catalogue", "故障目录");
            case TECHNICIAN -> new Text("technician", "技术员");
            case AGENT -> new Text("agent", "客服");
            case CUSTOMER -> new Text("customer", "客户");
            case RECORD -> new Text("record", "记录");
        };
    }

    private static Text effect(Effect effect) {
        return switch (effect) {
            case SUPPORTS -> new Text("supports", "支持");
            case GRANTS -> new Text("grants", "给予");
            case CHARGES -> new Text("charges", "收费");
            case EXCLUDES -> new Text("excludes", "排除");
            case SUSPECTED -> new Text("suspected", "存疑");
            case REDIRECTS -> new Text("redirects", "转由他方");
            case LACKS_EVIDENCE -> new Text("lacks evidence", "缺少材料");
            case UNDECIDED -> new Text("undecided", "待定");
            case DISPUTE_UPHELD -> new Text("dispute upheld", "异议成立");
            case DISMISSED -> new Text("dismissed", "已排除疑点");
            case NOTED -> new Text("noted", "备注");
        };
    }

    private String in(Text words) {
        return chinese ? words.zh() : words.en();
    }
}
