#include "plan/importer/imported_plan.hpp"

#include <array>

namespace caicach::plan
{
namespace
{

template <class Enum, std::size_t n>
std::string_view named(const std::array<std::string_view, n>& names, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < n ? names[index] : std::string_view{};
}

}  // namespace

std::string_view name_of(ItemType type)
{
    static constexpr std::array<std::string_view, 5> names{"target", "activity", "topic", "channel",
                                                           "duty"};
    return named(names, type);
}

std::string_view name_of(Period period)
{
    static constexpr std::array<std::string_view, 7> names{"",     "week", "month", "quarter",
                                                           "half", "year", "whole"};
    return named(names, period);
}

std::string_view label(Period period)
{
    static constexpr std::array<std::string_view, 7> labels{
        "kỳ", "tuần", "tháng", "quý", "sáu tháng", "năm", "cả kế hoạch"};
    return named(labels, period);
}

std::string_view name_of(Schedule::Kind kind)
{
    static constexpr std::array<std::string_view, 4> names{"window", "deadline", "recurring",
                                                           "ongoing"};
    return named(names, kind);
}

std::string_view name_of(DueMonth month)
{
    static constexpr std::array<std::string_view, 3> names{"last", "first", "after"};
    return named(names, month);
}

std::string_view name_of(Limit limit) { return limit == Limit::before ? "before" : "by"; }

std::string_view name_of(Fate fate)
{
    static constexpr std::array<std::string_view, 8> names{
        "unknown", "item", "heading", "field", "boilerplate", "table_header", "blank", "footnote"};
    return named(names, fate);
}

std::string printed(const Recipient& recipient)
{
    return recipient.mark.empty() ? recipient.name : recipient.name + " (" + recipient.mark + ")";
}

std::vector<std::string> printed(const std::vector<Recipient>& recipients)
{
    std::vector<std::string> lines;
    lines.reserve(recipients.size());
    for (const auto& recipient : recipients) lines.push_back(printed(recipient));
    return lines;
}

}  // namespace caicach::plan
