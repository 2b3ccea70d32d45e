#include "plan/item_form.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "plan/area.hpp"
#include "plan/limits.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::int64_t count_max = 100'000;
constexpr std::size_t path_characters = 60;

std::string optional_day(const std::optional<Date>& date)
{
    return date ? date->vietnamese() : std::string{};
}

std::string number_text(double value)
{
    constexpr int digits = 4;
    auto text = text::format_decimal(value, digits);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with(',')) text.pop_back();
    return text;
}

std::string maybe(http::Form& form, const http::Request& request, std::string_view field,
                  std::size_t length_max = http::line_length_max)
{
    return form.take(request.maybe_text(field, length_max)).value_or("");
}

template <class Value>
Value chosen(http::Form& form, const http::Request& request, std::string_view field,
             std::optional<Value> (*from)(std::string_view), Value otherwise)
{
    const auto value = from(request.raw(field));
    if (value) return *value;
    form.add({Failure::invalid, "plan.choice_missing", std::string{field}});
    return otherwise;
}

void set_schedule(http::Form& form, const Schedule& schedule)
{
    form.set("schedule", std::string{name_of(schedule.kind)});
    form.set("from", optional_day(schedule.from));
    form.set("to", optional_day(schedule.to));
    form.set("due", optional_day(schedule.due));
    form.set("every", std::string{name_of(schedule.every)});
    if (schedule.is_yearly_deadline()) form.set("yearly", "1");
    if (schedule.day > 0) form.set("day", std::to_string(schedule.day));
    form.set("month", std::string{name_of(schedule.month)});
}

DueMonth chosen_month(std::string_view text, Period every)
{
    const auto month = due_month_from(text).value_or(DueMonth::last);
    return every == Period::month && month == DueMonth::first ? DueMonth::last : month;
}

std::optional<Schedule> read_schedule(http::Form& form, const http::Request& request)
{
    const auto kind = schedule_kind_from(request.raw("schedule"));
    if (!kind) return std::nullopt;
    // Only what the kind speaks of is read; the other fields may hold what was tried before.
    Schedule schedule{.kind = *kind};
    if (*kind == Schedule::Kind::window) {
        schedule.from = form.take(request.maybe_date("from"));
        schedule.to = form.take(request.maybe_date("to"));
    }
    if (*kind == Schedule::Kind::deadline) {
        schedule.due = form.take(request.maybe_date("due"));
        if (request.checked("yearly")) schedule.every = Period::year;
    }
    if (*kind == Schedule::Kind::recurring) {
        schedule.every = period_from(request.raw("every")).value_or(Period::none);
        const auto day = form.take(request.maybe_integer("day", {.lowest = 1, .highest = 31}));
        schedule.day = static_cast<int>(day.value_or(0));
        // Without a day no month is meant; a month is its own first and last.
        const bool has_month = schedule.day > 0 && schedule.every != Period::week;
        if (has_month) schedule.month = chosen_month(request.raw("month"), schedule.every);
    }
    if (schedule.due || schedule.day > 0) {
        schedule.limit = limit_from(request.raw("limit")).value_or(Limit::before);
    }
    return schedule;
}

std::optional<Quota> read_quota(http::Form& form, const http::Request& request, std::size_t row)
{
    const auto count = form.take(
        request.maybe_integer(row_field("quota_count", row), {.lowest = 1, .highest = count_max}));
    if (!count) return std::nullopt;
    Quota quota{.count = static_cast<int>(*count),
                .per = period_from(request.raw(row_field("quota_per", row))).value_or(Period::none),
                .unit = maybe(form, request, row_field("quota_unit", row)),
                .at_least = request.checked(row_field("quota_at_least", row)),
                .subject = maybe(form, request, row_field("quota_subject", row))};
    if (auto valid = validate(quota); !valid) {
        auto error = std::move(valid).error();
        error.field = row_field(error.field, row);
        form.add(std::move(error));
    }
    return quota;
}

/// "1/3" in hundredths, as documents write a share; nothing where it is none.
std::optional<double> share_of(std::string_view typed)
{
    constexpr double hundredths = 10'000;
    constexpr double all = 100;
    const auto stroke = typed.find('/');
    if (stroke == std::string_view::npos) return std::nullopt;
    const auto top = text::parse_decimal(text::trim(typed.substr(0, stroke)));
    const auto bottom = text::parse_decimal(text::trim(typed.substr(stroke + 1)));
    if (!top || !bottom || *top <= 0 || *bottom < *top) return std::nullopt;
    return std::round(hundredths * *top / *bottom) / all;
}

std::optional<Metric> read_metric(http::Form& form, const http::Request& request, std::size_t row)
{
    const auto field = row_field("metric_value", row);
    const auto typed = maybe(form, request, field);
    if (typed.empty()) return std::nullopt;
    const auto share = share_of(typed);
    const auto value = share ? share : text::parse_decimal(typed);
    if (!value) form.add({Failure::invalid, "plan.metric.not_a_number", field});
    const auto op = request.raw(row_field("metric_op", row));
    const auto direction = request.raw(row_field("metric_direction", row));
    return Metric{.op = is_measure(op) ? std::string{op} : "=",
                  .value = value.value_or(0),
                  .unit = share ? "%" : maybe(form, request, row_field("metric_unit", row)),
                  .subject = maybe(form, request, row_field("metric_subject", row)),
                  .direction = direction == "increase" || direction == "decrease"
                                   ? std::string{direction}
                                   : "",
                  .baseline = maybe(form, request, row_field("metric_baseline", row)),
                  .printed = share ? typed : ""};
}

/// The names chosen and those typed beside, each once.
std::vector<std::string> names_in(http::Form& form, const http::Request& request, Role role)
{
    auto names = form.take(request.texts(name_of(role)));
    const auto typed = form.take(
        request.paragraphs(std::string{name_of(role)} + "_other", limits::field_characters));
    const auto parted = text::replace_all(typed, "\n", ";");
    for (const auto line : text::split(parted, ';')) {
        auto name = text::squeeze(line);
        if (!name.empty()) names.push_back(std::move(name));
    }
    std::vector<std::string> once;
    for (auto& name : names) {
        if (std::ranges::find(once, name) == once.end()) once.push_back(std::move(name));
    }
    return once;
}

Result<std::vector<Mention>> mentions_of(const std::vector<std::string>& names, const Item& stored,
                                         MentionResolver& resolver)
{
    std::vector<Mention> mentions;
    for (const auto& name : names) {
        const Mention* known = nullptr;
        for (const auto role : roles) {
            const auto& before = stored.agencies(role);
            const auto same = std::ranges::find(before, name, &Mention::text);
            if (same != before.end() && same->target) known = &*same;
        }
        if (known != nullptr) {
            mentions.push_back(*known);
            continue;
        }
        auto mention = TRY(resolver.resolve(name));
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

template <std::size_t Size>
std::size_t rows_of(const http::Form& form, const std::array<const char*, Size>& fields,
                    std::size_t rows_max)
{
    std::size_t rows = 0;
    for (std::size_t row = 0; row < rows_max; ++row) {
        for (const std::string_view field : fields) {
            // Selects always send something: they do not make a row.
            if (field == "metric_op" || field == "quota_per") continue;
            if (!form.value(row_field(field, row)).empty()) rows = row + 1;
        }
    }
    return std::min(rows + 1, rows_max);
}

void read_words(Item& item, http::Form& form, const http::Request& request)
{
    item.type = chosen(form, request, "type", &item_type_from, item.type);
    const auto title = form.take(request.paragraphs("title", limits::title_characters));
    item.title = text::squeeze(title);
    item.path = maybe(form, request, "path", path_characters);
    item.audience = form.take(request.texts("audience"));
    std::erase_if(item.audience, [](const std::string& key) { return audience_label(key) == key; });
    item.budget = form.take(request.paragraphs("budget", limits::field_characters));
    item.product = form.take(request.paragraphs("product", limits::field_characters));
    item.excluding = form.take(request.paragraphs("excluding", limits::field_characters));
    item.area = request.raw("area");
    if (std::ranges::find(areas(), item.area, &Area::key) == areas().end()) item.area.clear();
    item.requested = request.checked("requested");
    item.is_reviewed = request.checked("reviewed");
}

}  // namespace

std::string row_field(std::string_view field, std::size_t row)
{
    return std::string{field} + "_" + std::to_string(row);
}

http::Form form_of(const Item& item)
{
    http::Form form;
    form.set("type", std::string{name_of(item.type)});
    form.set("title", item.title);
    form.set("path", item.path);
    form.set("budget", item.budget);
    form.set("product", item.product);
    form.set("excluding", item.excluding);
    form.set("area", item.area);
    if (item.schedule) set_schedule(form, *item.schedule);
    const auto limit = item.schedule ? item.schedule->limit : Limit::before;
    form.set("limit", std::string{name_of(limit)});
    for (std::size_t row = 0; row < item.quotas.size(); ++row) {
        const auto& quota = item.quotas[row];
        form.set(row_field("quota_count", row), std::to_string(quota.count));
        form.set(row_field("quota_per", row), std::string{name_of(quota.per)});
        form.set(row_field("quota_unit", row), quota.unit);
        form.set(row_field("quota_at_least", row), quota.at_least ? "1" : "");
        form.set(row_field("quota_subject", row), quota.subject);
    }
    for (std::size_t row = 0; row < item.metrics.size(); ++row) {
        const auto& metric = item.metrics[row];
        form.set(row_field("metric_op", row), metric.op);
        form.set(row_field("metric_value", row),
                 metric.printed.empty() ? number_text(metric.value) : metric.printed);
        form.set(row_field("metric_unit", row), metric.unit);
        form.set(row_field("metric_subject", row), metric.subject);
        form.set(row_field("metric_direction", row), metric.direction);
        form.set(row_field("metric_baseline", row), metric.baseline);
    }
    return form;
}

std::vector<http::Field> sent_by(const Item& item)
{
    auto fields = form_of(item).values();
    // A box that is not ticked is not sent; neither does an empty field say more than none.
    std::erase_if(fields, [](const http::Field& field) { return field.value.empty(); });
    for (const auto role : roles) {
        for (const auto& mention : item.agencies(role)) {
            fields.push_back({std::string{name_of(role)}, mention.text});
        }
    }
    for (const auto& audience : item.audience) fields.push_back({"audience", audience});
    if (item.requested) fields.push_back({"requested", "1"});
    if (item.is_reviewed) fields.push_back({"reviewed", "1"});
    return fields;
}

Result<Item> read_item(http::Form& form, const http::Request& request, const Item& stored,
                       MentionResolver& resolver)
{
    auto item = stored;
    read_words(item, form, request);
    for (const auto role : roles) {
        const auto names = names_in(form, request, role);
        item.agencies(role) = TRY(mentions_of(names, stored, resolver));
    }
    item.schedule = read_schedule(form, request);
    item.quotas.clear();
    for (std::size_t row = 0; row < limits::quotas_per_item; ++row) {
        if (auto quota = read_quota(form, request, row)) item.quotas.push_back(std::move(*quota));
    }
    item.metrics.clear();
    for (std::size_t row = 0; row < limits::metrics_per_item; ++row) {
        auto metric = read_metric(form, request, row);
        if (metric) item.metrics.push_back(std::move(*metric));
    }
    if (form.has_errors()) return item;
    if (auto valid = validate(item); !valid) form.add(std::move(valid).error());
    return item;
}

std::size_t quota_rows(const http::Form& form)
{
    return rows_of(form, quota_fields, limits::quotas_per_item);
}

std::size_t metric_rows(const http::Form& form)
{
    return rows_of(form, metric_fields, limits::metrics_per_item);
}

}  // namespace caicach::plan
