#include "channel/newsletter/issue.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "channel/limits.hpp"

namespace caicach::channel
{
namespace
{

using State = IssueState;

struct StateWord {
    State state{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array states{StateWord{State::draft, "draft", "Đang soạn"},
                            StateWord{State::submitted, "submitted", "Chờ duyệt"},
                            StateWord{State::returned, "returned", "Cần sửa"},
                            StateWord{State::approved, "approved", "Đã duyệt, chờ phát hành"},
                            StateWord{State::sent, "sent", "Đã phát hành"}};

/// In which states an act makes sense at all.
bool is_time_for(State state, IssueAct act)
{
    switch (act) {
        case IssueAct::edit:
        case IssueAct::discard:
        case IssueAct::submit:
            return state == State::draft || state == State::returned;
        case IssueAct::take_back:
        case IssueAct::approve:
            return state == State::submitted;
        case IssueAct::send_back:
            return state == State::submitted || state == State::approved;
        case IssueAct::hold:
            return state == State::approved;
    }
    return false;
}

/// Whether it is the person's to do.
bool is_for(const IssueRights& rights, IssueAct act)
{
    switch (act) {
        case IssueAct::edit:
        case IssueAct::discard:
        case IssueAct::submit:
        case IssueAct::take_back:
            return rights.composes;
        case IssueAct::send_back:
        case IssueAct::hold:
            return rights.releases;
        case IssueAct::approve:
            return rights.releases && !rights.is_writer;
    }
    return false;
}

Result<std::vector<Entry>::iterator> found_in(std::vector<Entry>& entries,
                                              newsroom::ArticleId article)
{
    const auto found = std::ranges::find(entries, article, &Entry::article);
    if (found == entries.end()) return failure(Failure::not_found, "channel.entry.not_found");
    return found;
}

}  // namespace

std::string_view key_of(State state) { return states.at(static_cast<std::size_t>(state)).key; }
std::string_view text_of(State state) { return states.at(static_cast<std::size_t>(state)).text; }

std::optional<State> issue_state_from(std::string_view key)
{
    const auto* const found = std::ranges::find(states, key, &StateWord::key);
    if (found == states.end()) return {};
    return found->state;
}

std::string numbered(int number, int year)
{
    return "Số " + std::to_string(number) + "/" + std::to_string(year);
}

std::vector<IssueAct> issue_acts(const Issue& issue, const IssueRights& rights)
{
    constexpr std::array all{IssueAct::edit,      IssueAct::discard,   IssueAct::submit,
                             IssueAct::take_back, IssueAct::send_back, IssueAct::approve,
                             IssueAct::hold};
    std::vector<IssueAct> found;
    for (const auto act : all)
        if (is_time_for(issue.state, act) && is_for(rights, act)) found.push_back(act);
    return found;
}

Result<void> require_act(const Issue& issue, const IssueRights& rights, IssueAct act)
{
    const bool holds_any = rights.composes || rights.releases;
    if (holds_any && !is_time_for(issue.state, act))
        return failure(Failure::conflict, "channel.issue.not_now", {},
                       {std::string(text_of(issue.state))});
    if (is_for(rights, act)) return {};
    const bool is_own = act == IssueAct::approve && rights.releases;
    return failure(Failure::forbidden, is_own ? "channel.issue.own" : "channel.issue.not_yours");
}

Result<void> add_entry(std::vector<Entry>& entries, newsroom::ArticleId article)
{
    if (std::ranges::find(entries, article, &Entry::article) != entries.end()) return {};
    if (entries.size() >= limits::entries_max)
        return failure(Failure::too_large, "channel.entry.too_many", {},
                       {std::to_string(limits::entries_max)});
    entries.push_back({.article = article});
    return {};
}

Result<void> move_entry(std::vector<Entry>& entries, newsroom::ArticleId article,
                        Direction direction)
{
    const auto entry = TRY(found_in(entries, article));
    if (direction == Direction::up && entry != entries.begin())
        std::iter_swap(entry, std::prev(entry));
    if (direction == Direction::down && std::next(entry) != entries.end())
        std::iter_swap(entry, std::next(entry));
    return {};
}

Result<void> remove_entry(std::vector<Entry>& entries, newsroom::ArticleId article)
{
    const auto entry = TRY(found_in(entries, article));
    entries.erase(entry);
    return {};
}

Result<void> set_headline(std::vector<Entry>& entries, newsroom::ArticleId article,
                          std::string headline)
{
    const auto entry = TRY(found_in(entries, article));
    entry->headline = std::move(headline);
    return {};
}

}  // namespace caicach::channel
