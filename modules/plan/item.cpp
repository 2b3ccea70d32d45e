#include "plan/item.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "plan/code.hpp"
#include "plan/limits.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

struct RoleRow {
    Role role{};
    std::string_view key{};
    std::string_view label{};
};
constexpr std::array<RoleRow, roles.size()> role_rows{
    {{Role::lead, "lead", "Chủ trì"},
     {Role::perform, "perform", "Thực hiện"},
     {Role::support, "support", "Phối hợp"},
     {Role::direct, "direct", "Chỉ đạo"},
     {Role::oversee, "oversee", "Theo dõi, đôn đốc"}}};

bool needs_doer(ItemType type) { return type == ItemType::activity || type == ItemType::duty; }

void add_unknown_agencies(std::vector<Need>& needs, const Item& item)
{
    for (const auto role : roles) {
        for (const auto& mention : item.agencies(role)) {
            if (!mention.target) needs.push_back({"plan.need.agency_unknown", mention.text});
        }
    }
}

/// What the item itself shows by now, whatever the importer saw then.
bool is_seen_otherwise(const Note& note)
{
    constexpr std::array<std::string_view, 4> keys{
        "plan.note.agency_unknown", "plan.note.lead_missing", "plan.note.period_missing", also_at};
    return std::ranges::find(keys, note.key) != keys.end();
}

std::size_t character_count(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string Item::code() const { return item_code(lineage.value); }

const std::vector<Mention>& Item::agencies(Role role) const
{
    switch (role) {
        case Role::lead:
            return lead;
        case Role::perform:
            return perform;
        case Role::support:
            return support;
        case Role::direct:
            return direct;
        case Role::oversee:
            break;
    }
    return oversee;
}

std::vector<Mention>& Item::agencies(Role role)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the object is not const here
    return const_cast<std::vector<Mention>&>(std::as_const(*this).agencies(role));
}

std::vector<Need> needs(const Item& item)
{
    std::vector<Need> found;
    if (item.is_removed) return found;
    if (text::trim(item.title).empty()) found.push_back({"plan.need.title_missing", {}});
    const bool has_doer = !item.lead.empty() || !item.perform.empty();
    if (needs_doer(item.type) && !has_doer) found.push_back({"plan.need.lead_missing", {}});
    add_unknown_agencies(found, item);
    if (item.is_reviewed) return found;
    if (item.schedule && item.schedule->kind == Schedule::Kind::recurring &&
        item.schedule->every == Period::none) {
        found.push_back({"plan.need.period_unsaid", {}});
    }
    for (const auto& note : item.notes) {
        if (!is_seen_otherwise(note)) found.push_back({note.key, note.text});
    }
    if (item.confidence < confidence_enough) found.push_back({"plan.need.unsure", {}});
    return found;
}

Result<void> validate(const Item& item)
{
    if (text::trim(item.title).empty()) {
        return failure(Failure::invalid, "plan.item.title_missing", "title");
    }
    if (character_count(item.title) > limits::title_characters) {
        return failure(Failure::invalid, "plan.item.title_too_long", "title",
                       {std::to_string(limits::title_characters)});
    }
    for (const auto role : roles) {
        if (item.agencies(role).size() > limits::mentions_per_role) {
            return failure(Failure::invalid, "plan.item.too_many_agencies",
                           std::string{name_of(role)}, {std::to_string(limits::mentions_per_role)});
        }
    }
    if (item.quotas.size() > limits::quotas_per_item) {
        return failure(Failure::invalid, "plan.item.too_many_quotas", "quota_count");
    }
    if (item.metrics.size() > limits::metrics_per_item) {
        return failure(Failure::invalid, "plan.item.too_many_metrics", "metric_value");
    }
    if (item.schedule) TRY(validate(*item.schedule));
    for (const auto& quota : item.quotas) TRY(validate(quota));
    return {};
}

Doers doers_of(const Item& item)
{
    const auto& named = item.perform.empty() ? item.lead : item.perform;
    if (named.size() != 1) return Doers::several;
    const auto& target = named.front().target;
    const bool is_group = target && std::holds_alternative<organisation::GroupId>(*target);
    return is_group ? Doers::several : Doers::one;
}

std::string_view name_of(Role role)
{
    return std::ranges::find(role_rows, role, &RoleRow::role)->key;
}

std::string_view label(Role role)
{
    return std::ranges::find(role_rows, role, &RoleRow::role)->label;
}

std::optional<Role> role_from(std::string_view text)
{
    const auto found = std::ranges::find(role_rows, text, &RoleRow::key);
    return found == role_rows.end() ? std::nullopt : std::optional{found->role};
}

std::string_view audience_label(std::string_view key)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> labels{
        {{"officials", "Cán bộ, công chức, viên chức"},
         {"citizens", "Người dân"},
         {"businesses", "Doanh nghiệp"}}};
    const auto found = std::ranges::find(labels, key, [](const auto& row) { return row.first; });
    return found == labels.end() ? key : found->second;
}

}  // namespace caicach::plan
