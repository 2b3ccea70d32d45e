#include <cmath>

#include "plan/importer/importer.hpp"

namespace caicach::plan
{
namespace
{

using json::Value;

Value strings(const std::vector<std::string>& values)
{
    Value array = Value::array();
    for (const auto& value : values) array.push(value);
    return array;
}

Value names(const std::vector<AgencyName>& agencies)
{
    Value array = Value::array();
    for (const auto& agency : agencies) array.push(agency.name);
    return array;
}

Value notes_value(const std::vector<Note>& notes)
{
    Value array = Value::array();
    for (const auto& note : notes) {
        Value value;
        value.set("key", note.key).set("text", note.text);
        array.push(std::move(value));
    }
    return array;
}

Value text_or_null(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Value date_or_null(const std::optional<Date>& date) { return date ? Value{date->iso()} : Value{}; }

Value number(double value)
{
    const auto whole = std::llround(value);
    if (static_cast<double>(whole) == value) return Value{static_cast<std::int64_t>(whole)};
    return Value{value};
}

Value schedule_value(const Schedule& schedule)
{
    Value value;
    value.set("kind", name_of(schedule.kind));
    if (schedule.from) value.set("from", schedule.from->iso());
    if (schedule.to) value.set("to", schedule.to->iso());
    if (schedule.due) value.set("due", schedule.due->iso());
    // The plan schema knows no half year: then it is a recurrence whose period is not said.
    // Of a deadline that comes back it knows the first.
    const bool is_known = schedule.kind == Schedule::Kind::recurring &&
                          schedule.every != Period::none && schedule.every != Period::half;
    if (is_known) value.set("every", name_of(schedule.every));
    if (schedule.day > 0) value.set("day", schedule.day);
    if (schedule.month != DueMonth::last) value.set("month", name_of(schedule.month));
    const bool names_a_day = schedule.due || schedule.day > 0;
    if (names_a_day) value.set("limit", name_of(schedule.limit));
    return value;
}

Value quota_value(const Quota& quota)
{
    Value value;
    // The plan schema knows no half year.
    const bool is_half = quota.per == Period::half;
    value.set("count", is_half ? 2 * quota.count : quota.count);
    value.set("per", name_of(is_half ? Period::year : quota.per)).set("unit", quota.unit);
    value.set("at_least", quota.at_least);
    if (!quota.subject.empty()) value.set("subject", quota.subject);
    return value;
}

Value metric_value(const Metric& metric)
{
    Value value;
    // The schema knows no "more than": it counts "trên 81%" as at least 81.
    const auto op = metric.op == ">" ? ">=" : metric.op == "<" ? "<=" : metric.op;
    value.set("op", op).set("value", number(metric.value)).set("unit", metric.unit);
    if (!metric.subject.empty()) value.set("subject", metric.subject);
    if (!metric.direction.empty()) value.set("direction", metric.direction);
    if (!metric.baseline.empty()) value.set("baseline", metric.baseline);
    if (!metric.printed.empty()) value.set("printed", metric.printed);
    return value;
}

/// One value under `one`, several as a list under `many`.
template <class T, class Write>
void set_one_or_many(Value& to, const std::vector<T>& values, const char* one, const char* many,
                     Write write)
{
    if (values.empty()) return;
    if (values.size() == 1) {
        to.set(one, write(values.front()));
        return;
    }
    Value array = Value::array();
    for (const auto& value : values) array.push(write(value));
    to.set(many, std::move(array));
}

/// The plan schema knows quotas with a period; those of the whole plan stand beside them.
void set_quotas(Value& to, const std::vector<Quota>& quotas)
{
    std::vector<Quota> in_periods;
    Value whole = Value::array();
    for (const auto& quota : quotas) {
        if (quota.per == Period::whole) {
            whole.push(quota_value(quota));
        } else {
            in_periods.push_back(quota);
        }
    }
    set_one_or_many(to, in_periods, "quota", "quotas", quota_value);
    if (in_periods.size() != quotas.size()) to.set("counts", std::move(whole));
}

Value item_value(const ImportedItem& item)
{
    Value value;
    value.set("path", item.path).set("type", name_of(item.type)).set("title", item.title);
    if (!item.audience.empty()) value.set("audience", strings(item.audience));
    if (!item.lead.empty()) value.set("lead", names(item.lead));
    if (!item.support.empty()) value.set("support", names(item.support));
    if (!item.oversee.empty()) value.set("oversee", names(item.oversee));
    if (item.schedule) value.set("schedule", schedule_value(*item.schedule));
    set_quotas(value, item.quotas);
    set_one_or_many(value, item.metrics, "metric", "metrics", metric_value);
    if (!item.budget.empty()) value.set("budget", item.budget);
    value.set("lines", json::Array{item.first_line, item.last_line});
    if (!item.product.empty()) value.set("product", item.product);
    if (!item.area.empty()) value.set("area", item.area);
    if (item.requested) value.set("requested", true);
    if (!item.schedule_text.empty()) value.set("schedule_text", item.schedule_text);
    value.set("context", strings(item.context));
    value.set("confidence", std::round(item.confidence * 100) / 100);
    if (!item.notes.empty()) value.set("notes", notes_value(item.notes));
    return value;
}

Value reference_value(const CitedDocument& reference)
{
    Value value;
    value.set("kind", reference.kind).set("number", text_or_null(reference.number));
    value.set("date", date_or_null(reference.date)).set("issuer", text_or_null(reference.issuer));
    if (reference.number.empty()) value.set("name", reference.name);
    value.set("line", reference.line);
    return value;
}

Value document_value(const DocumentFields& document)
{
    Value value;
    value.set("kind", document.kind).set("number", text_or_null(document.number));
    value.set("issued_on", date_or_null(document.issued_on)).set("issuer", document.issuer);
    value.set("province", document.province);
    value.set("year", document.year == 0 ? Value{} : Value{document.year});
    value.set("subject", document.subject).set("title", document.title);
    Value signer;
    if (document.signer) {
        signer.set("name", document.signer->name).set("title", document.signer->title);
    }
    value.set("signer", std::move(signer));
    Value references = Value::array();
    for (const auto& reference : document.references) references.push(reference_value(reference));
    value.set("references", std::move(references));
    Value recipients = Value::array();
    Value marks = Value::array();
    for (const auto& recipient : document.recipients) {
        recipients.push(recipient.name);
        marks.push(text_or_null(recipient.mark));
    }
    value.set("recipients", std::move(recipients)).set("recipient_marks", std::move(marks));
    if (!document.notes.empty()) value.set("notes", notes_value(document.notes));
    return value;
}

}  // namespace

json::Value to_schema_json(const ImportedPlan& plan)
{
    Value value;
    value.set("source", plan.source).set("document", document_value(plan.document));
    Value items = Value::array();
    for (const auto& item : plan.items) items.push(item_value(item));
    value.set("items", std::move(items));
    Value lines = Value::array();
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        const auto& fate = plan.lines[i];
        Value line;
        line.set("line", static_cast<std::int64_t>(i + 1)).set("fate", name_of(fate.fate));
        if (fate.item >= 0) line.set("item", fate.item);
        if (fate.offset >= 0) line.set("offset", fate.offset);
        lines.push(std::move(line));
    }
    value.set("lines", std::move(lines));
    return value;
}

}  // namespace caicach::plan
