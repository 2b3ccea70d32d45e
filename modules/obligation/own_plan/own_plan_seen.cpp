#include "obligation/own_plan/own_plan_seen.hpp"

#include <algorithm>

#include "crypto/crypto.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t digits = 8;  ///< enough to tell two wordings apart; nothing rests on them

std::string mark_of(const std::string& text) { return crypto::sha256_hex(text).substr(0, digits); }

std::string mark_of(const OwnPlan& own)
{
    std::string text{name_of(own.form)};
    for (const auto& part :
         {own.title, own.place, std::to_string(own.linked.value), std::to_string(own.file.value)})
        text += "\n" + part;
    return mark_of(text);
}

std::string mark_of(const OwnPlanLine& line)
{
    std::string text;
    for (const auto element : elements) text += line.text(element) + "\n";
    return " " + plan::item_code(line.lineage.value) + ":" + mark_of(text);
}

}  // namespace

std::string seen_text(const OwnPlan& own, const std::vector<OwnPlanLine>& lines)
{
    auto text = mark_of(own);
    for (const auto& line : lines)
        if (!line.is_empty()) text += mark_of(line);
    return text;
}

SinceSeen since_seen(std::string_view seen, const OwnPlan& own,
                     const std::vector<OwnPlanLine>& lines, const std::vector<plan::ItemId>& items)
{
    SinceSeen since;
    if (seen.size() < digits) return since;
    since.document = !seen.starts_with(mark_of(own));
    for (const auto item : items) {
        const auto line = std::ranges::find(lines, item, &OwnPlanLine::lineage);
        const bool says = line != lines.end() && !line->is_empty();
        const auto wanted = says ? mark_of(*line) : " " + plan::item_code(item.value) + ":";
        if ((seen.find(wanted) != std::string_view::npos) != says) since.items.push_back(item);
    }
    return since;
}

}  // namespace caicach::obligation
