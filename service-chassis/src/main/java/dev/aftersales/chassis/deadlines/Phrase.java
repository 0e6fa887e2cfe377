package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.languages.Text;

/** What an explanation is put together from. Places in braces are filled in. */
enum Phrase {
    NO_COMMITMENT("No committed time ({clause}).", "未承诺时限（{clause}）。"),
    NO_COMMITMENT_TO("No committed time: {event} ({clause}).", "未承诺时限：{event}（{clause}）。"),
    NO_COMMITMENT_BETWEEN(
            "No committed time from “{start}” to “{event}” ({clause}).", "从“{start}”到“{event}”未承诺时限（{clause}）。"),
    WITHIN("Promised: {what}within {limit} ({clause}).", "承诺：{what}{limit}内（{clause}）。"),
    WARNED_OF(
            "Promised: {what}within {limit}, with a warning after {target} ({clause}).",
            "承诺：{what}{limit}内，满 {target}时预警（{clause}）。"),
    CUSTOMERS(
            "Time for the customer, no promise of ours: {what}within {limit} ({clause}).",
            "客户办理的时限，并非我方承诺：{what}{limit}内（{clause}）。"),
    RECURRING(
            "Promised: {what}every {limit}, this is number {number} ({clause}).",
            "承诺：{what}每 {limit}一次，本次为第 {number} 次（{clause}）。"),
    WHAT("{event}, ", "{event}，"),
    STARTS("Starts with: {event}, {from}.", "起算：{event}，{from}。"),
    STARTS_AT_DUE_AS_LATE(
            "Late: {event}, {at}. Starts when {clause} was due: {from}.", "逾期：{event}，{at}。自 {clause} 到期时起算：{from}。"),
    STARTS_AT_DUE(
            "Not come in time: {event}. Starts when {clause} was due: {from}.",
            "未按期发生：{event}。自 {clause} 到期时起算：{from}。"),
    COUNTED_IN("Counted in the time of {zone}.", "按 {zone} 时间计算。"),
    COUNTED_BY(
            "Counted in the time of {zone}, by calendar {calendar} (version {version}).",
            "按 {zone} 时间和日历 {calendar} 第 {version} 版计算。"),

    DAY("{span}: day {last}", "{span}：第 {last} 天"),
    DAYS("{span}: days {first} to {last}", "{span}：第 {first} 至 {last} 天"),
    MADE_UP(", worked to make up for {holiday}", "（{holiday}调休上班）"),
    MONTHS("{span}: {months}", "{span}：{months}"),
    CLAMPED(", to the last day of a month that is too short", "（该月无对应日期，取月末）"),
    TIME("{span}: counted, {total} in all", "{span}：计时，累计 {total}"),
    DAY_ZERO("{span}: day 0, from which days are counted", "{span}：第 0 天，自次日起计"),
    AFTER_CLOSE("{span}: not counted, it came after close of business", "{span}：不计，发生于营业结束之后"),
    WEEKEND("{span}: not counted, weekend", "{span}：不计，周末"),
    HOLIDAY("{span}: not counted, {holiday}", "{span}：不计，{holiday}"),
    OUTSIDE_HOURS("{span}: not counted, outside opening hours", "{span}：不计，非营业时间"),
    PAUSED("{span}: paused by {by}", "{span}：因{by}暂停"),
    FOLDED("{span}: {number} further entries, left out here", "{span}：另有 {number} 条，此处略去"),

    TARGET("Target: {at}.", "目标时间：{at}。"),
    DUE("Due: {at}.", "期限：{at}。"),
    WITHIN_TIME("Not done yet, and within time.", "尚未完成，仍在期限内。"),
    PAST_TARGET("Not done yet; the target has passed, the due time has not.", "尚未完成，已过目标时间，未到期限。"),
    NOT_DONE("Not done in time.", "未按时完成。"),
    PAUSED_UNTIL("Paused now, until {at}.", "目前暂停，至 {at}。"),
    PAUSED_NOW("Paused now.", "目前暂停。"),
    NOT_YET("Not started yet: time runs from {at}.", "尚未起算：自 {at} 起计时。"),
    TOOK("It took {raw} in all, {net} of it without what was waited for.", "总用时 {raw}，扣除等待后 {net}。"),
    TAKES("So far {raw} in all, {net} of it without what was waited for.", "目前总用时 {raw}，扣除等待后 {net}。"),
    DONE("Done: {at}.", "已完成：{at}。"),
    DONE_IN_TIME("Done in time: {at}.", "已按时完成：{at}。"),
    DONE_LATE("Done too late: {at}.", "已完成，但超过期限：{at}。"),
    CANCELLED(
            "Stopped, because that for which it was promised turned out not to be: {at}. Neither kept nor broken.",
            "因承诺所针对的情形查明不存在，计时已停止：{at}。不计为履行，也不计为违反。"),
    DONE_WHILE_HELD(
            "Done while it was held open until {until}, because it was on its way: {at}.",
            "因已在途中而保留至 {until}，其间完成：{at}。"),
    ENDS("Closes with {at}, if it has not happened by then ({by}).", "届时仍未完成的，{at} 关闭（{by}）。"),
    HELD(
            "Held open, because it is on its way: closes with {at}, if it has not happened by then ({by}).",
            "因已在途中，暂不关闭：届时仍未完成的，{at} 关闭（{by}）。"),
    ENDED("Closed, because it had not happened: {at} ({by}).", "因未完成而关闭：{at}（{by}）。"),
    HELD_IF_UNDER_WAY(
            "If it is on its way by then, it is held open, and closes with {at} ({by}).",
            "届时已在途中的，暂不关闭，至 {at} 关闭（{by}）。"),
    WARNS("Sets off a warning: {at}, to: {to}.", "将预警：{at}，通知：{to}。"),
    REMINDS("Sets off reminder {number}: {at}, to: {to}.", "将作第 {number} 次提醒：{at}，通知：{to}。"),
    IS_BROKEN("Broken with {at}, to be told to: {to}.", "{at} 起视为未按时完成，通知：{to}。"),
    ESCALATES("Escalation, step {number}: {at}, to: {to}.", "第 {number} 级上报：{at}，通知：{to}。"),
    TELLS_HELD("Told that it is held open: {at}, to: {to}.", "将告知暂不关闭：{at}，通知：{to}。"),
    WARNED("Set off a warning: {at}, to: {to}.", "已预警：{at}，通知：{to}。"),
    REMINDED("Set off reminder {number}: {at}, to: {to}.", "已作第 {number} 次提醒：{at}，通知：{to}。"),
    WAS_BROKEN("Broken with {at}, told to: {to}.", "{at} 起视为未按时完成，已通知：{to}。"),
    ESCALATED("Escalated, step {number}: {at}, to: {to}.", "已作第 {number} 级上报：{at}，通知：{to}。"),
    TOLD_HELD("Told that it was held open: {at}, to: {to}.", "已告知暂不关闭：{at}，通知：{to}。"),
    NOBODY("nobody", "无"),
    SAID_AFTERWARDS("Said only afterwards: {at}, by: {by}.", "系事后补报：{at}，报告人：{by}。"),
    TOLD_AS_BROKEN("Before that, it had been told as not done in time: {at}.", "在此之前，已于 {at} 通报为未按时完成。"),
    HEARD_AFTERWARDS("Heard of only afterwards.", "系事后才得知。"),
    WARNED_OF_BEFORE("Before that, it had been warned of as not done yet: {at}.", "在此之前，已于 {at} 作为尚未完成预警。"),
    TOLD_AS_HELD("Before that, it had been told as held open for want of it: {at}.", "在此之前，已于 {at} 告知因未完成而暂不关闭。"),
    HAD_CLOSED("Before that, it had been closed for want of it: {at}.", "在此之前，已于 {at} 因未完成而关闭。"),
    NOT_STARTED("Not started yet. It starts with: {event}.", "尚未起算。起算事件：{event}。"),
    UNDECIDED("Whether it applies is not known yet; that hangs on: {facts}.", "是否适用尚不确定，取决于：{facts}。"),
    NOT_MEASURED(
            "No usual time yet: fewer than {least} claims ({number} so far).", "尚无通常用时：不足 {least} 件索赔（现有 {number} 件）。"),
    USUAL(
            "Usual, not promised: half are done {half}, nine of ten {most} (the last {number} claims).",
            "通常用时（非承诺）：半数{half}完成，九成{most}完成（依据最近 {number} 件索赔）。"),
    NO_YEAR(
            "Cannot be reckoned: calendar {calendar} (version {version}) does not hold the year {year}.",
            "无法计算：日历 {calendar} 第 {version} 版没有 {year} 年的数据。"),
    NO_CALENDAR("Cannot be reckoned: there is no calendar to count by.", "无法计算：没有可用的日历。"),
    NOT_DUE("No due time while it is paused, since {at}.", "自 {at} 起暂停，期间无期限。"),

    SPAN("{from} to {to}", "{from} 至 {to}"),
    SINCE("since {from}", "自 {from} 起"),
    AND(" and ", "、"),

    HOUR("{number} hour", "{number} 小时"),
    HOURS("{number} hours", "{number} 小时"),
    SERVICE_HOUR("{number} service hour", "{number} 个服务小时"),
    SERVICE_HOURS("{number} service hours", "{number} 个服务小时"),
    CALENDAR_DAY("{number} calendar day", "{number} 个自然日"),
    CALENDAR_DAYS("{number} calendar days", "{number} 个自然日"),
    WORKING_DAY("{number} working day", "{number} 个工作日"),
    WORKING_DAYS("{number} working days", "{number} 个工作日"),
    BUSINESS_DAY("{number} business day", "{number} 个工作日"),
    BUSINESS_DAYS("{number} business days", "{number} 个工作日"),
    MONTH("{number} month", "{number} 个月"),
    SOME_MONTHS("{number} months", "{number} 个月"),
    IN_UNDER_A_SECOND("in under a second", "在不到 1 秒内"),
    IN_TIME_OF("within {time}", "在 {time} 内"),
    CLOCK("{hours} h {minutes} min {seconds} s", "{hours} 小时 {minutes} 分 {seconds} 秒");

    private final Text text;

    Phrase(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
