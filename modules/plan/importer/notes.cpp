#include "plan/importer/notes.hpp"

#include <algorithm>
#include <unordered_map>

#include "plan/importer/left_out.hpp"
#include "plan/importer/near_duplicates.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/schedule.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// What each doubt costs. Several multiply.
constexpr double slight = 0.95;
constexpr double serious = 0.8;

void note(ImportedItem& item, std::string key, std::string text, double cost)
{
    item.notes.push_back({std::move(key), std::move(text)});
    item.confidence *= cost;
}

void agencies(ImportedItem& item)
{
    for (const auto* role : {&item.lead, &item.support, &item.oversee}) {
        for (const auto& agency : *role) {
            if (!agency.known) note(item, "plan.note.agency_unknown", agency.name, slight);
        }
    }
    const bool needs_lead = item.type == ItemType::activity || item.type == ItemType::duty;
    if (needs_lead && item.lead.empty()) note(item, "plan.note.lead_missing", {}, serious);
}

int occurrences(Period every)
{
    Quota one;
    one.count = 1;
    one.per = every;
    return static_cast<int>(per_year(one));
}

/// "Quý II và quý IV" became one window, and what lies between is not meant; of two dates the
/// first was kept.
void gaps(ImportedItem& item, const Schedule& schedule)
{
    constexpr int any_year = 2000;
    const auto& text = item.schedule_text.empty() ? item.title : item.schedule_text;
    const bool window = schedule.kind == Schedule::Kind::window;
    if (window ? leaves_gaps(text, any_year) : leaves_times_out(text, schedule)) {
        note(item, "plan.note.schedule_gaps", text::shorten(text, 120), slight);
    }
    if (leaves_day_out(text, schedule)) {
        note(item, "plan.note.day_unsure", text::shorten(text, 120), serious);
    }
    const auto weekday = schedule.every == Period::week ? weekday_in(text) : std::string_view{};
    if (!weekday.empty()) note(item, "plan.note.weekday", std::string{weekday}, slight);
}

void times(ImportedItem& item)
{
    const bool names_period = std::ranges::any_of(
        item.quotas, [](const Quota& quota) { return quota.per != Period::whole; });
    if (!item.schedule && !item.schedule_text.empty() && !names_period) {
        note(item, "plan.note.schedule_unread", item.schedule_text, serious);
    }
    if (!item.schedule && item.schedule_text.empty() && names_lone_day(item.title)) {
        note(item, "plan.note.day_unsure", text::shorten(item.title, 120), serious);
    }
    if (item.schedule) gaps(item, *item.schedule);
    if (!item.schedule || item.schedule->kind != Schedule::Kind::recurring) return;
    if (item.schedule->every == Period::none) {
        note(item, "plan.note.period_missing", item.schedule_text, slight);
        return;
    }
    for (const auto& quota : item.quotas) {
        const auto rounds = occurrences(item.schedule->every);
        // Weekly, yet fewer a year than there are weeks: the text contradicts itself.
        if (quota.subject.empty() && per_year(quota) < 0.9 * rounds && per_year(quota) > 1) {
            const auto unit = quota.unit.empty() ? "" : " " + quota.unit;
            note(item, "plan.note.quota_against_schedule",
                 std::to_string(quota.count) + unit + "/" + std::string{label(quota.per)}, slight);
        }
    }
}

/// How many is half of what is asked.
void counts(ImportedItem& item)
{
    for (const auto* key : {"plan.note.count_left_out", "plan.note.rhythm"}) {
        const auto found = std::ranges::find(item.notes, key, &Note::key);
        if (found != item.notes.end()) item.confidence *= serious;
    }
}

void targets(ImportedItem& item)
{
    if (item.type == ItemType::target && item.metrics.empty()) {
        note(item, "plan.note.metric_missing", {}, serious);
    }
    const auto told = [](const Metric& metric) { return !metric.subject.empty(); };
    const bool several = item.type == ItemType::target && item.metrics.size() > 1;
    if (several && !std::ranges::all_of(item.metrics, told)) {
        note(item, "plan.note.metric_subject", text::shorten(item.title, 120), slight);
    }
    if (!item.metrics.empty() && states_range(item.title)) {
        note(item, "plan.note.metric_range", text::shorten(item.title, 120), slight);
    }
}

std::vector<std::string> doers_of(const ImportedItem& item)
{
    std::vector<std::string> names;
    names.reserve(item.lead.size());
    for (const auto& agency : item.lead) names.push_back(text::fold(agency.name));
    std::ranges::sort(names);
    return names;
}

/// Nobody owes a topic, and a target is no duty: neither stands for one with the same words.
bool asks_the_same(const ImportedItem& one, const ImportedItem& other)
{
    const bool is_target = one.type == ItemType::target;
    return is_target == (other.type == ItemType::target) && one.requested == other.requested &&
           one.schedule == other.schedule && one.quotas == other.quotas &&
           one.metrics == other.metrics && doers_of(one) == doers_of(other);
}

/// The same words for the same agencies, as many and at the same time, said again further down.
void repeats(std::vector<ImportedItem>& items)
{
    std::unordered_map<std::string, std::vector<const ImportedItem*>> seen;
    for (auto& item : items) {
        if (item.type == ItemType::topic) continue;
        std::string key;
        for (const auto word : text::words(item.title)) key += text::fold(word) + ' ';
        constexpr std::size_t too_short = 30;
        if (key.size() < too_short) continue;
        auto& above = seen[key];
        const auto same = std::ranges::find_if(
            above, [&](const ImportedItem* one) { return asks_the_same(*one, item); });
        if (same == above.end()) {
            above.push_back(&item);
        } else {
            note(item, "plan.note.repeats", (*same)->path, slight);
        }
    }
}

/// The same duty in other words: the reviewer says whether it is one or two.
void resemblances(std::vector<ImportedItem>& items)
{
    const auto nearest = near_duplicates(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool repeated = std::ranges::find(items[i].notes, "plan.note.repeats", &Note::key) !=
                              items[i].notes.end();
        const auto above = nearest[i];
        if (above && !repeated) {
            note(items[i], "plan.note.resembles", items[*above].path, slight);
        }
    }
}

/// "(Chi tiết tại Phụ lục kèm theo)" where no annex follows.
void annexes(ImportedPlan& plan, const std::vector<Paragraph>& paragraphs, const Parts& parts)
{
    if (!parts.annexes.empty()) return;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (parts.of[i].part != Part::body) continue;
        const auto folded = text::fold(paragraphs[i].text);
        const bool names = folded.find("phu luc") != std::string::npos ||
                           folded.find("danh muc kem theo") != std::string::npos ||
                           folded.find("bieu kem theo") != std::string::npos;
        if (!names) continue;
        plan.document.notes.push_back(
            {"plan.note.annex_missing", text::shorten(paragraphs[i].text, 120)});
        return;
    }
}

}  // namespace

void add_notes(ImportedPlan& plan, const std::vector<Paragraph>& paragraphs, const Parts& parts)
{
    for (auto& item : plan.items) {
        agencies(item);
        counts(item);
        times(item);
        targets(item);
    }
    repeats(plan.items);
    resemblances(plan.items);
    annexes(plan, paragraphs, parts);
    const auto unknown = std::ranges::count(plan.lines, Fate::unknown, &LineFate::fate);
    if (plan.items.empty()) plan.document.notes.push_back({"plan.note.no_item", {}});
    if (unknown > 0) {
        plan.document.notes.push_back({"plan.note.lines_unknown", std::to_string(unknown)});
    }
}

}  // namespace caicach::plan::importer
