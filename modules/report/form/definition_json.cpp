#include "report/form/definition_json.hpp"

#include <utility>

#include "report/form/object_reader.hpp"
#include "report/form/words.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

constexpr std::size_t line = limits::line_length_max;
constexpr std::size_t key_length = limits::key_length_max;
constexpr int months_in_year = 12;
constexpr int days_max = 31;
constexpr int levels_max = 3;
constexpr int width_max = 20;
constexpr std::size_t titles_max = 4;
constexpr std::size_t citations_max = 30;

/// Writes what is not as it is by default.
class ObjectWriter
{
public:
    ObjectWriter& text(std::string_view name, const std::string& value,
                       std::string_view otherwise = {})
    {
        if (value != otherwise) m_value.set(name, value);
        return *this;
    }
    ObjectWriter& integer(std::string_view name, int value, int otherwise)
    {
        if (value != otherwise) m_value.set(name, value);
        return *this;
    }
    ObjectWriter& flag(std::string_view name, bool value, bool otherwise = false)
    {
        if (value != otherwise) m_value.set(name, value);
        return *this;
    }
    template <class Enum, std::size_t Count>
    ObjectWriter& choice(std::string_view name, Enum value, Enum otherwise,
                         const std::array<std::string_view, Count>& words)
    {
        if (value != otherwise) m_value.set(name, words.at(static_cast<std::size_t>(value)));
        return *this;
    }
    template <class List>
    ObjectWriter& texts(std::string_view name, const List& values)
    {
        if (values.empty()) return *this;
        json::Array array;
        for (const auto& value : values) array.emplace_back(value);
        m_value.set(name, std::move(array));
        return *this;
    }
    /// Left out where it says nothing.
    ObjectWriter& value(std::string_view name, Value inner)
    {
        if (!inner.members().empty() || !inner.elements().empty())
            m_value.set(name, std::move(inner));
        return *this;
    }
    [[nodiscard]] Value take() { return std::move(m_value); }

private:
    Value m_value{Value::object()};
};

Value json_of(const Indicator& one)
{
    const Indicator plain;
    return ObjectWriter{}
        .text("key", one.key)
        .text("text", one.text)
        .text("unit", one.unit)
        .text("area", one.area)
        .integer("decimals", one.decimals, plain.decimals)
        .choice("source", one.source, plain.source, source_words)
        .choice("span", one.span, plain.span, span_words)
        .choice("adding", one.adding, plain.adding, adding_words)
        .text("figure", one.figure)
        .text("denominator_figure", one.denominator_figure)
        .text("weight", one.weight)
        .flag("is_required", one.is_required)
        .text("definition", one.definition)
        .take();
}

Value json_of(const FormColumn& one)
{
    const FormColumn plain;
    return ObjectWriter{}
        .text("key", one.key)
        .text("text", one.text)
        .flag("is_number", one.is_number)
        .integer("decimals", one.decimals, plain.decimals)
        .integer("width", one.width, plain.width)
        .choice("adding", one.adding, plain.adding, adding_words)
        .take();
}

Value json_of(const FormTable& one)
{
    const FormTable plain;
    json::Array columns;
    for (const auto& column : one.columns) columns.push_back(json_of(column));
    return ObjectWriter{}
        .text("key", one.key)
        .text("text", one.text)
        .choice("rows_of", one.rows_of, plain.rows_of, rows_of_words)
        .texts("fixed_rows", one.fixed_rows)
        .text("told_table", one.told_table)
        .value("columns", std::move(columns))
        .flag("is_annex", one.is_annex)
        .flag("is_landscape", one.is_landscape)
        .take();
}

Value json_of(const Narrative& one)
{
    const Narrative plain;
    json::Array drawn;
    for (const auto what : one.drawn_of)
        drawn.emplace_back(drawn_words.at(static_cast<std::size_t>(what)));
    return ObjectWriter{}
        .text("key", one.key)
        .text("text", one.text)
        .text("area", one.area)
        .value("drawn_of", std::move(drawn))
        .flag("is_required", one.is_required)
        .integer("length_max", one.length_max, plain.length_max)
        .flag("is_collected", one.is_collected)
        .take();
}

Value json_of(const Section& one)
{
    json::Array parts;
    for (const auto& part : one.parts) parts.push_back(to_json(part));
    return ObjectWriter{}
        .text("key", one.key)
        .text("title", one.title)
        .integer("level", one.level, 1)
        .value("parts", std::move(parts))
        .take();
}

Value json_of(const Check& one)
{
    return ObjectWriter{}
        .text("left", one.left)
        .choice("comparison", one.comparison, Comparison::equal, comparison_words)
        .text("right", one.right)
        .choice("weight", one.weight, Weight::stops, weight_words)
        .text("text", one.text)
        .take();
}

Value json_of(const std::optional<NamedDay>& one)
{
    if (!one) return Value::object();
    return ObjectWriter{}.integer("day", one->day, 0).integer("month", one->month, 0).take();
}

Value json_of(const DueDay& one)
{
    const calendar::DueRule plain;
    return ObjectWriter{}
        .integer("day", one.rule.day, plain.day)
        .integer("months_after", one.rule.months_after, plain.months_after)
        .choice("limit", one.rule.limit, plain.limit, limit_words)
        .choice("on_day_off", one.rule.on_day_off, plain.on_day_off, on_day_off_words)
        .value("named", json_of(one.named))
        .take();
}

Value json_of(const PeriodRule& one)
{
    json::Array titles;
    for (const auto& title : one.titles)
        if (!title.empty()) titles.emplace_back(title);
    return ObjectWriter{}
        .choice("length", one.length, PeriodRule{}.length, length_words)
        .text("cut_off", one.cut_off)
        .value("titles", std::move(titles))
        .take();
}

Value json_of(const LockRule& one)
{
    return ObjectWriter{}
        .integer("working_days_after_due", one.working_days_after_due, 0)
        .flag("never", one.never)
        .take();
}

Value json_of(const FlowRule& one)
{
    const FlowRule plain;
    return ObjectWriter{}
        .flag("needs_head", one.needs_head)
        .flag("needs_check", one.needs_check, plain.needs_check)
        .flag("needs_approval", one.needs_approval, plain.needs_approval)
        .flag("needs_second_person", one.needs_second_person)
        .take();
}

void read(ObjectReader& from, Indicator& into)
{
    from.text("key", into.key, key_length);
    from.text("text", into.text, line);
    from.text("unit", into.unit, line);
    from.text("area", into.area, key_length);
    from.integer("decimals", into.decimals, {0, limits::decimals_max});
    from.choice("source", into.source, source_words);
    from.choice("span", into.span, span_words);
    from.choice("adding", into.adding, adding_words);
    from.text("figure", into.figure, key_length);
    from.text("denominator_figure", into.denominator_figure, key_length);
    from.text("weight", into.weight, key_length);
    from.flag("is_required", into.is_required);
    from.text("definition", into.definition, limits::definition_length_max);
}

void read(ObjectReader& from, FormColumn& into)
{
    from.text("key", into.key, key_length);
    from.text("text", into.text, line);
    from.flag("is_number", into.is_number);
    from.integer("decimals", into.decimals, {0, limits::decimals_max});
    from.integer("width", into.width, {1, width_max});
    from.choice("adding", into.adding, adding_words);
}

void read(ObjectReader& from, FormTable& into)
{
    from.text("key", into.key, key_length);
    from.text("text", into.text, line);
    from.choice("rows_of", into.rows_of, rows_of_words);
    from.texts("fixed_rows", into.fixed_rows, limits::table_rows_max, line);
    from.text("told_table", into.told_table, key_length);
    from.objects("columns", limits::columns_max,
                 [&](ObjectReader& column) { read(column, into.columns.emplace_back()); });
    from.flag("is_annex", into.is_annex);
    from.flag("is_landscape", into.is_landscape);
}

void read(ObjectReader& from, Narrative& into)
{
    from.text("key", into.key, key_length);
    from.text("text", into.text, line);
    from.text("area", into.area, key_length);
    from.choices("drawn_of", into.drawn_of, drawn_words);
    from.flag("is_required", into.is_required);
    from.integer("length_max", into.length_max, {1, limits::text_length_max});
    from.flag("is_collected", into.is_collected);
}

/// Exactly one of the three kinds.
void read(ObjectReader& from, std::vector<Part>& into)
{
    int kinds = 0;
    const auto take = [&](std::string_view name, auto part) {
        const bool is_there = from.object(name, [&](ObjectReader& inner) { read(inner, part); });
        if (!is_there) return;
        ++kinds;
        into.emplace_back(std::move(part));
    };
    take("indicator", Indicator{});
    take("table", FormTable{});
    take("narrative", Narrative{});
    if (kinds != 1) from.note("", "report.json.part");
}

void read(ObjectReader& from, Section& into)
{
    from.text("key", into.key, key_length);
    from.text("title", into.title, line);
    from.integer("level", into.level, {1, levels_max});
    from.objects("parts", limits::parts_max, [&](ObjectReader& part) { read(part, into.parts); });
}

void read(ObjectReader& from, Check& into)
{
    from.text("left", into.left, limits::expression_bytes_max);
    from.choice("comparison", into.comparison, comparison_words);
    from.text("right", into.right, limits::expression_bytes_max);
    from.choice("weight", into.weight, weight_words);
    from.text("text", into.text, line);
}

void read(ObjectReader& from, NamedDay& into)
{
    from.integer("day", into.day, {1, days_max});
    from.integer("month", into.month, {1, months_in_year});
    for (const auto* name : {"day", "month"})
        if (!from.has(name)) from.note(name, "report.json.missing");
}

void read(ObjectReader& from, DueDay& into)
{
    from.integer("day", into.rule.day, {0, days_max});
    from.integer("months_after", into.rule.months_after, {-months_in_year, months_in_year});
    from.choice("limit", into.rule.limit, limit_words);
    from.choice("on_day_off", into.rule.on_day_off, on_day_off_words);
    from.object("named", [&](ObjectReader& named) { read(named, into.named.emplace()); });
}

void read(ObjectReader& from, PeriodRule& into)
{
    from.choice("length", into.length, length_words);
    from.text("cut_off", into.cut_off, key_length);
    std::vector<std::string> titles;
    from.texts("titles", titles, titles_max, line);
    for (std::size_t i = 0; i < titles.size(); ++i) into.titles.at(i) = std::move(titles[i]);
}

void read(ObjectReader& from, LockRule& into)
{
    from.integer("working_days_after_due", into.working_days_after_due, {0, limits::lock_days_max});
    from.flag("never", into.never);
}

void read(ObjectReader& from, FlowRule& into)
{
    from.flag("needs_head", into.needs_head);
    from.flag("needs_check", into.needs_check);
    from.flag("needs_approval", into.needs_approval);
    from.flag("needs_second_person", into.needs_second_person);
}

/// Who reports to whom, and when.
void read_course(ObjectReader& from, Definition& into)
{
    from.flag("is_ad_hoc", into.is_ad_hoc);
    from.texts("reporters", into.reporters, limits::reporters_max, key_length);
    from.choice("collector", into.collector, collector_words);
    from.text("owner", into.owner, line);
    from.flag("owner_reports", into.owner_reports);
    from.object("owner_due", [&](ObjectReader& due) { read(due, into.owner_due); });
    from.object("period", [&](ObjectReader& period) { read(period, into.period); });
    from.object("due", [&](ObjectReader& due) { read(due, into.due); });
    from.object("data_until", [&](ObjectReader& day) { read(day, into.data_until.emplace()); });
    from.object("lock", [&](ObjectReader& lock) { read(lock, into.lock); });
    from.object("flow", [&](ObjectReader& flow) { read(flow, into.flow); });
}

}  // namespace

json::Value to_json(const Part& part)
{
    if (const auto* indicator = std::get_if<Indicator>(&part))
        return Value::object().set("indicator", json_of(*indicator));
    if (const auto* table = std::get_if<FormTable>(&part))
        return Value::object().set("table", json_of(*table));
    return Value::object().set("narrative", json_of(std::get<Narrative>(part)));
}

json::Value to_json(const Definition& definition)
{
    const Definition plain;
    json::Array sections;
    for (const auto& section : definition.sections) sections.push_back(json_of(section));
    json::Array checks;
    for (const auto& check : definition.checks) checks.push_back(json_of(check));
    return ObjectWriter{}
        .text("key", definition.key)
        .text("title", definition.title)
        .text("kind", definition.kind, plain.kind)
        .text("note", definition.note)
        .flag("is_ad_hoc", definition.is_ad_hoc)
        .texts("reporters", definition.reporters)
        .choice("collector", definition.collector, plain.collector, collector_words)
        .text("owner", definition.owner)
        .flag("owner_reports", definition.owner_reports)
        .value("owner_due", json_of(definition.owner_due))
        .value("period", json_of(definition.period))
        .value("due", json_of(definition.due))
        .value("data_until", json_of(definition.data_until))
        .value("lock", json_of(definition.lock))
        .value("flow", json_of(definition.flow))
        .text("secrecy_notice", definition.secrecy_notice)
        .text("legal_basis", definition.legal_basis)
        .text("duty", definition.duty)
        .value("sections", std::move(sections))
        .value("checks", std::move(checks))
        .text("document_kind", definition.document_kind, plain.document_kind)
        .texts("citations", definition.citations)
        .take();
}

DefinitionRead definition_from(const json::Value& value)
{
    DefinitionRead result;
    auto& into = result.definition;
    ObjectReader from{value, "", result.faults};
    from.text("key", into.key, key_length);
    from.text("title", into.title, line);
    from.text("kind", into.kind, line);
    from.text("note", into.note, limits::definition_length_max);
    read_course(from, into);
    from.text("secrecy_notice", into.secrecy_notice, limits::definition_length_max);
    from.text("legal_basis", into.legal_basis, line);
    from.text("duty", into.duty, line);
    from.objects("sections", limits::sections_max,
                 [&](ObjectReader& section) { read(section, into.sections.emplace_back()); });
    from.objects("checks", limits::checks_max,
                 [&](ObjectReader& check) { read(check, into.checks.emplace_back()); });
    from.text("document_kind", into.document_kind, key_length);
    from.texts("citations", into.citations, citations_max, line);
    from.end();
    return result;
}

}  // namespace caicach::report
