#include "report/report.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace caicach::report
{
namespace
{

constexpr std::array<std::string_view, 7> states{"expected", "draft",    "submitted", "checked",
                                                 "approved", "returned", "dropped"};
constexpr std::array<std::string_view, 10> act_names{"fill",    "submit",    "recall", "check",
                                                     "approve", "send_back", "reopen", "correct",
                                                     "extend",  "issue"};
constexpr std::array all_acts{Act::fill,      Act::submit, Act::recall,  Act::check,  Act::approve,
                              Act::send_back, Act::reopen, Act::correct, Act::extend, Act::issue};

/// It lies with the agency.
bool is_owed(State state)
{
    return state == State::expected || state == State::draft || state == State::returned;
}

/// It lies with the collector.
bool is_with_collector(State state)
{
    return state == State::submitted || state == State::checked || state == State::approved;
}

/// What a report in that state becomes; nothing where the act does not fit it.
std::optional<State> next_of(State state, Act act, const FlowRule& flow)
{
    const auto is = [&](State wanted) { return state == wanted; };
    const auto to = [](bool fits, State next) {
        return fits ? std::optional{next} : std::optional<State>{};
    };
    switch (act) {
        case Act::fill:
            return to(is_owed(state), is(State::returned) ? State::returned : State::draft);
        case Act::submit:
            return to(is_owed(state), State::submitted);
        case Act::recall:
            return to(is(State::submitted), State::draft);
        case Act::check:
            return to(flow.needs_check && is(State::submitted),
                      flow.needs_approval ? State::checked : State::approved);
        case Act::approve:
            return to(
                flow.needs_approval && is(flow.needs_check ? State::checked : State::submitted),
                State::approved);
        case Act::send_back:
            return to(is(State::submitted) || is(State::checked), State::returned);
        case Act::reopen:
            return to(is(State::approved), State::returned);
        case Act::correct:
            return to(is_with_collector(state) || is(State::returned), State::submitted);
        case Act::extend:
            return to(!is(State::dropped), state);
        case Act::issue:
            return to(is_with_collector(state), state);
    }
    return {};
}

bool is_stopped_by_lock(Act act)
{
    return act == Act::fill || act == Act::submit || act == Act::recall || act == Act::reopen;
}

bool is_held(Act act, const Held& held)
{
    switch (act) {
        case Act::fill:
            return held.may_fill;
        case Act::submit:
        case Act::recall:
        case Act::correct:
            return held.may_submit;
        case Act::check:
        case Act::send_back:
            return held.may_check;
        case Act::approve:
        case Act::reopen:
            return held.may_approve;
        case Act::extend:
            return held.may_unlock;
        case Act::issue:
            return held.may_issue;
    }
    return false;
}

}  // namespace

bool Report::is_complete() const { return is_with_collector(state); }

std::optional<bool> Report::is_on_time() const
{
    if (!first_submitted_at) return {};
    return Date::of(*first_submitted_at) <= due_on;
}

bool Report::is_overdue(Date today) const { return is_owed(state) && due_on < today; }

bool Report::is_locked(Date today) const
{
    const bool is_open_again = open_until && today <= *open_until;
    return locks_on && *locks_on < today && !is_open_again;
}

Result<State> after(const Report& report, Act act, const FlowRule& flow, Date today)
{
    const auto next = next_of(report.state, act, flow);
    if (!next) return failure(Failure::conflict, "report.flow.not_now");
    const bool is_locked = report.is_locked(today);
    if (is_locked && is_stopped_by_lock(act))
        return failure(Failure::conflict, "report.flow.locked");
    // Before the lock a report is recalled or reopened; what is never locked needs no exception.
    const bool needs_lock = act == Act::correct || act == Act::extend;
    if (needs_lock && !report.locks_on) return failure(Failure::conflict, "report.flow.not_now");
    if (act == Act::correct && !is_locked) return failure(Failure::conflict, "report.flow.not_now");
    return *next;
}

std::vector<Act> acts(const Report& report, const FlowRule& flow, Date today, const Held& held)
{
    std::vector<Act> found;
    std::ranges::copy_if(all_acts, std::back_inserter(found), [&](Act act) {
        return is_held(act, held) && after(report, act, flow, today).has_value();
    });
    return found;
}

std::string_view name_of(State state) { return states.at(static_cast<std::size_t>(state)); }

std::optional<State> state_from(std::string_view name)
{
    const auto found = std::ranges::find(states, name);
    if (found == states.end()) return {};
    return static_cast<State>(found - states.begin());
}

std::string_view name_of(Act act) { return act_names.at(static_cast<std::size_t>(act)); }

}  // namespace caicach::report
