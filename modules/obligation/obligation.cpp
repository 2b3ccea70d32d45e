#include "obligation/obligation.hpp"

#include <array>
#include <tuple>
#include <utility>

#include "obligation/own_plan/waiting.hpp"

namespace caicach::obligation
{
namespace
{

struct StateText {
    State state{};
    std::string_view name{};
    std::string_view label{};
};
constexpr std::array<StateText, 7> states{{
    {State::upcoming, "upcoming", "Chưa đến kỳ"},
    {State::open, "open", "Đang thực hiện"},
    {State::fulfilled, "fulfilled", "Hoàn thành đúng hạn"},
    {State::fulfilled_late, "fulfilled_late", "Hoàn thành muộn"},
    {State::overdue, "overdue", "Quá hạn"},
    {State::excused, "excused", "Được miễn"},
    {State::closed, "closed", "Đã khép lại"},
}};

std::string counted(std::int64_t number, const std::string& unit)
{
    const auto digits = std::to_string(number);
    return unit.empty() ? digits : digits + " " + unit;
}

}  // namespace

std::string_view name_of(Closing closing)
{
    switch (closing) {
        case Closing::excused:
            return "excused";
        case Closing::closed:
            return "closed";
        case Closing::none:
            break;
    }
    return "";
}

Closing closing_from(std::string_view name)
{
    if (name == "excused") return Closing::excused;
    if (name == "closed") return Closing::closed;
    return Closing::none;
}

bool is_same_quota(const Obligation& one, const Obligation& other)
{
    const auto quota_of = [](const Obligation& obligation) {
        return std::tie(obligation.plan, obligation.lineage, obligation.agency, obligation.quota);
    };
    return quota_of(one) == quota_of(other);
}

State state_of(const Obligation& obligation, Date today)
{
    if (obligation.closing == Closing::excused) return State::excused;
    if (obligation.closing == Closing::closed) return State::closed;
    if (obligation.done_on) {
        const bool is_late = obligation.due_on < *obligation.done_on && !obligation.is_requested;
        return is_late ? State::fulfilled_late : State::fulfilled;
    }
    if (today < obligation.begins_on) return State::upcoming;
    if (today <= obligation.due_on) return State::open;
    return obligation.is_requested ? State::closed : State::overdue;
}

std::string_view name_of(State state) { return states[static_cast<std::size_t>(state)].name; }

std::string_view label_of(State state) { return states[static_cast<std::size_t>(state)].label; }

std::string progress_of(const Obligation& obligation, Date today)
{
    const auto days = obligation.due_on.days_since_1970() - today.days_since_1970();
    if (is_waiting(obligation))
        return "gửi ngày " + obligation.done_on->vietnamese() + ", chờ xem xét";
    auto text = std::to_string(obligation.done) + "/" + counted(obligation.needed, obligation.unit);
    switch (state_of(obligation, today)) {
        case State::open:
            return text +
                   (days == 0 ? ", hôm nay là hạn" : ", còn " + std::to_string(days) + " ngày");
        case State::overdue:
            return text + ", quá hạn " + std::to_string(-days) + " ngày";
        case State::upcoming:
            return text + ", từ " + obligation.begins_on.vietnamese();
        default:
            return text;
    }
}

}  // namespace caicach::obligation
