#include "plan/importer/item_maker.hpp"

#include <algorithm>

#include "plan/importer/left_out.hpp"
#include "plan/importer/limits.hpp"
#include "plan/importer/metric.hpp"
#include "plan/importer/plain_counts.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/schedule.hpp"
#include "plan/importer/time_points.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

std::vector<std::string> audience_of(std::string_view heading,
                                     const std::vector<std::string>& otherwise)
{
    struct Row {
        std::string_view word{};
        std::string_view audience{};
    };
    static constexpr Row rows[] = {
        {"can bo", "officials"},        {"cong chuc", "officials"},   {"vien chuc", "officials"},
        {"nguoi dan", "citizens"},      {"nhan dan", "citizens"},     {"cong dan", "citizens"},
        {"doanh nghiep", "businesses"}, {"nha dau tu", "businesses"},
    };
    const auto folded = text::fold(heading);
    if (folded.find("doi voi") == std::string::npos &&
        folded.find("danh cho") == std::string::npos && folded.find(" cho ") == std::string::npos) {
        return otherwise;
    }
    std::vector<std::string> found;
    for (const auto& row : rows) {
        if (folded.find(row.word) != std::string::npos &&
            std::ranges::find(found, row.audience) == found.end()) {
            found.emplace_back(row.audience);
        }
    }
    return found.empty() ? otherwise : found;
}

ItemMaker::ItemMaker(const std::vector<Paragraph>& paragraphs, const Parts& parts,
                     const Outline& outline, const Gazetteer& gazetteer, int year,
                     std::size_t line_count)
    : m_paragraphs{paragraphs},
      m_parts{parts},
      m_outline{outline},
      m_gazetteer{gazetteer},
      m_year{year}
{
    m_found.lines.resize(line_count);
}

ItemsFound ItemMaker::take() { return std::move(m_found); }

std::string ItemMaker::annex_label(int annex) const
{
    return m_parts.annexes[static_cast<std::size_t>(annex)].label;
}

std::string ItemMaker::path_of(int index, const Context& above) const
{
    const auto& node = m_outline[index];
    const auto join = [&](std::string_view label) {
        return above.path.empty() ? std::string{label} : above.path + "." + std::string{label};
    };
    if (node.kind == Node::Kind::labelled && node.marker) {
        const auto& label = node.marker->label;
        // "2.1" under "2" repeats what stands above.
        const auto own = above.path.substr(above.path.rfind('.') + 1);
        if (!own.empty() && label.starts_with(own + ".")) return join(label.substr(own.size() + 1));
        return join(label);
    }
    if (node.kind == Node::Kind::bullet) return above.path + "-" + std::to_string(node.ordinal);
    return above.path;
}

/// A bullet under "* Thực hiện:" counts that line as one of its labels.
std::string ItemMaker::path_below_field(int index, const Context& above) const
{
    const auto& node = m_outline[index];
    return path_of(index, above.at(path_of(node.parent, above)));
}

std::string ItemMaker::next_loose(int parent) { return std::to_string(++m_loose[parent]); }

bool ItemMaker::is_measurable(std::string_view text) const { return !metrics_in(text).empty(); }

bool ItemMaker::states_time(std::string_view text) const
{
    return schedule_in_task(text, m_year).has_value();
}

bool ItemMaker::is_closing_formula(std::string_view text)
{
    const Words words{text.substr(0, 200)};
    const auto committee = std::max(words.match(0, "uy ban nhan dan"), words.match(0, "ubnd"));
    for (auto at = committee; committee != 0 && at < committee + 4; ++at) {
        if (words.match(at, "yeu cau") != 0) return true;
    }
    for (const auto* phrase :
         {"tren day la", "trong qua trinh", "qua trinh", "can cu ke hoach nay", "nhan duoc",
          "ke hoach nay", "yeu cau thu truong", "yeu cau cac", "de nghi cac"}) {
        if (words.match(0, phrase) != 0) return true;
    }
    return false;
}

int ItemMaker::add(ImportedItem item, int node)
{
    if (m_found.items.size() >= limits::items_max) return -1;
    const int index = static_cast<int>(m_found.items.size());
    leave_rounds_out(item);
    m_found.items.push_back(std::move(item));
    fate_of(node, Fate::item, index);
    return index;
}

void ItemMaker::set_time(ImportedItem& item, const std::string& text) const
{
    item.schedule_text = text;
    if (!text.empty()) item.schedule = schedule_of(text, m_year);
}

void ItemMaker::set_quotas(ImportedItem& item, std::string_view first, std::string_view second,
                           std::string_view third) const
{
    for (const auto text : {first, second, third}) {
        if (const auto left = count_of_each_round(text); !left.empty()) {
            item.notes.push_back({"plan.note.count_left_out", std::string{left}});
        }
        if (const auto rhythm = rhythm_in(text); !rhythm.empty()) {
            item.notes.push_back({"plan.note.rhythm", std::string{rhythm}});
        }
        for (auto& quota : quotas_in(text)) {
            const bool restated = std::ranges::any_of(item.quotas, [&](const Quota& other) {
                return says_as_much(other, quota) &&
                       (other.subject == quota.subject || quota.subject.empty());
            });
            if (!restated) item.quotas.push_back(std::move(quota));
        }
    }
    // What a target counts is its value.
    if (item.type == ItemType::target || item.type == ItemType::topic) return;
    for (const auto text : {first, second, third}) add_plain_counts(item, text);
}

void ItemMaker::leave_count_out(ImportedItem& item, std::string_view text)
{
    const Note note{"plan.note.count_left_out", std::string{text}};
    if (std::ranges::find(item.notes, note) == item.notes.end()) item.notes.push_back(note);
}

/// "Xây dựng 03 phóng sự": a number without a period is of the whole plan.
void ItemMaker::add_plain_counts(ImportedItem& item, std::string_view text)
{
    auto counts = plain_counts_in(text);
    for (auto& count : counts.quotas) {
        const auto same_unit = [&count](const Quota& other) {
            return text::fold(other.unit).starts_with(text::fold(count.unit));
        };
        const auto known = std::ranges::find_if(item.quotas, same_unit);
        if (known == item.quotas.end()) {
            item.quotas.push_back(std::move(count));
        } else if (known->per != Period::whole && per_year(*known) != count.count) {
            leave_count_out(item, std::to_string(count.count) + " " + count.unit);
        }
    }
    for (const auto& unsure : counts.unsure) leave_count_out(item, unsure);
}

/// "12 bản tin, hằng tháng" is one each month. What else a number means beside a time that comes
/// back, of each round or of all, a person must say.
void ItemMaker::leave_rounds_out(ImportedItem& item)
{
    if (!item.schedule || item.schedule->kind != Schedule::Kind::recurring) return;
    const Quota round{.count = 1, .per = item.schedule->every};
    std::vector<std::string> left;
    std::erase_if(item.quotas, [&](const Quota& quota) {
        if (quota.per != Period::whole) return false;
        if (per_year(round) != quota.count)
            left.push_back(std::to_string(quota.count) + " " + quota.unit);
        return true;
    });
    for (const auto& text : left) leave_count_out(item, text);
}

/// "Họp định kỳ: 01 lần/quý": how often it comes back stands with how many.
void ItemMaker::give_period(ImportedItem& item)
{
    if (!item.schedule || item.schedule->kind != Schedule::Kind::recurring) return;
    if (item.schedule->every != Period::none || item.quotas.empty()) return;
    if (item.quotas.size() > 1) {
        // "định kỳ 02 chuyên mục/tháng; … 04 tin/tuần": each count has its own period.
        if (counts_behind_period(item.title)) item.schedule.reset();
        return;
    }
    const auto& quota = item.quotas.front();
    if (quota.per == Period::whole) return;
    if (quota.count == 1 || quota.per != Period::year) item.schedule->every = quota.per;
}

/// "Kiểm tra tại 30% số sở": what a task must reach. Its other figures are quotas or sizes.
std::vector<Metric> ItemMaker::shares_in(std::string_view title)
{
    auto metrics = metrics_in(title);
    std::erase_if(metrics, [](const Metric& metric) { return metric.unit != "%"; });
    return metrics;
}

void ItemMaker::inherit(ImportedItem& item, const Context& context) const
{
    // "Sở A chủ trì, phối hợp với Sở B:" above a list without doers of its own.
    if (item.type == ItemType::activity && item.lead.empty() && !context.charged.lead.empty()) {
        item.lead = context.charged.lead;
        merge(item.support, context.charged.support);
        merge(item.oversee, context.charged.oversee);
    }
    if (context.inherited < 0) return;
    const auto& above = m_found.items[static_cast<std::size_t>(context.inherited)];
    if (!item.schedule) item.schedule = above.schedule;
    if (item.budget.empty()) item.budget = above.budget;
    if (item.lead.empty() && item.support.empty() && item.oversee.empty()) {
        item.lead = above.lead;
        item.support = above.support;
        item.oversee = above.oversee;
    }
}

/// Who does an activity that has no line for it.
void ItemMaker::roles_by_title(ImportedItem& item, const std::string& title) const
{
    // "Sở Tài chính: Theo dõi chỉ số …"
    auto heading = agency_heading(title, m_gazetteer);
    if (!heading.body.empty()) item.title = std::move(heading.body);
    const auto roles = roles_in_task(title, m_gazetteer);
    item.lead = item.title == title ? roles.lead : heading.agencies;
    item.support = roles.support;
    item.oversee = roles.oversee;
    item.requested = item.requested || roles.requested;
    if (item.lead.empty()) item.lead = charged_in(item.title, m_gazetteer);
    const auto further = roles_in_further_sentences(item.title, m_gazetteer);
    merge(item.lead, further.lead);
    merge(item.support, further.support);
    merge(item.oversee, further.oversee);
}

/// When an item is due whose line of time is not there, or says nothing.
void ItemMaker::time_by_words(ImportedItem& item, const Facts& facts) const
{
    const bool activity = item.type == ItemType::activity;
    // "Mỗi tháng tối thiểu 01 buổi" is how many; "Mỗi tháng 01 buổi" is when as well.
    const bool counts =
        opens_with_each(facts.frequency) && !item.quotas.empty() && item.quotas.front().at_least;
    if (!item.schedule && !facts.frequency.empty() && !counts) {
        item.schedule = schedule_of(facts.frequency, m_year);
    }
    if (!item.schedule && activity && facts.schedule.empty()) {
        item.schedule = schedule_in_task(facts.title, m_year);
    }
    if (!item.schedule && activity && facts.schedule.empty()) {
        const auto behind = roles_in_task(facts.title, m_gazetteer).predicate;
        item.schedule = schedule_in_task(behind, m_year);
    }
    if (activity) give_period(item);
    const bool done = activity || item.type == ItemType::channel || item.type == ItemType::duty;
    if (!item.schedule && done &&
        (opens_with_ongoing(facts.title) || opens_with_ongoing(item.title) ||
         opens_with_ongoing(roles_in_task(facts.title, m_gazetteer).predicate))) {
        item.schedule = ongoing();
    }
}

int ItemMaker::make(ItemType type, int index, const Facts& facts, const Context& context)
{
    ImportedItem item;
    item.path = context.path;
    item.type = type;
    item.title = facts.title;
    item.lead = facts.lead;
    item.support = facts.support;
    item.oversee = facts.oversee;
    item.requested = facts.requested || context.requested;
    item.budget = facts.budget;
    item.product = facts.product;
    item.context = context.headings;
    if (type == ItemType::topic) item.audience = context.audience;
    set_time(item, facts.schedule);
    if (type == ItemType::target) {
        // The subject of a result ("mỗi cơ quan có …") is what is measured, not who answers for it.
        item.metrics = metrics_in(facts.title);
        set_quotas(item, facts.frequency, {}, facts.title);
        // "ít nhất 02 tin/tháng" is how often, and no second time how much.
        std::erase_if(item.metrics, [&](const Metric& metric) {
            return metric.unit != "%" && std::ranges::any_of(item.quotas, [&](const Quota& quota) {
                       return metric.value == quota.count;
                   });
        });
        // "… trước ngày 30/6": a result may have its own day, the rest of its words is no time.
        const auto due = schedule_in_task(facts.title, m_year);
        if (!item.schedule && due && due->kind == Schedule::Kind::deadline) item.schedule = due;
    } else {
        set_quotas(item, facts.frequency, facts.schedule, facts.title);
        if (type == ItemType::activity) item.metrics = shares_in(facts.title);
    }
    if (type == ItemType::activity && !facts.has_roles()) roles_by_title(item, facts.title);
    time_by_words(item, facts);
    if (type == ItemType::target || type == ItemType::activity) inherit(item, context);
    const int made = add(std::move(item), index);
    for (const int field : facts.field_nodes) {
        fate_of(field, Fate::field, made);
        stretch(made, field);
    }
    return made;
}

}  // namespace caicach::plan::importer
