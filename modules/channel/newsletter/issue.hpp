#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "channel/ids.hpp"
#include "identity/api.hpp"
#include "newsroom/api.hpp"
#include "organisation/api.hpp"

/// One number of an agency's newsletter: opening words and articles in an order.
namespace caicach::channel
{

enum class IssueState : unsigned char {
    draft,
    submitted,  ///< waits for whoever approves
    returned,   ///< with what is to be mended
    approved,   ///< waits for its hour
    sent,       ///< its readers have it, for ever
};

struct Issue {
    IssueId id{};
    std::string code{};  ///< public, of those who compose it
    organisation::AgencyId agency{};
    AccountId author{};       ///< who began it
    AccountId last_writer{};  ///< who changed it or sent it in last
    IssueState state{};
    int year{};  ///< with `number`, from when it goes out: numbers run without a gap
    int number{};
    std::string slug{};  ///< of its public address; empty until then
    std::string title{};
    std::string opening{};                ///< Markdown
    std::string reason{};                 ///< why it was returned
    std::optional<Instant> release_at{};  ///< of an approved one
    std::optional<Instant> released_at{};
    Instant made_at{};
    std::int64_t version{};
};

/// An article in an issue.
struct Entry {
    newsroom::ArticleId article{};
    std::string headline{};  ///< of its own; empty: the article's title

    friend bool operator==(const Entry&, const Entry&) = default;
};

[[nodiscard]] std::string_view key_of(IssueState state);
[[nodiscard]] std::optional<IssueState> issue_state_from(std::string_view key);
[[nodiscard]] std::string_view text_of(IssueState state);

/// "Số 3/2026".
[[nodiscard]] std::string numbered(int number, int year);

enum class IssueAct : unsigned char {
    edit,
    discard,
    submit,
    take_back,
    send_back,
    approve,
    hold,  ///< an approved one is to be looked at again
};
/// Which of the permissions the person holds at its agency, and whether he is one of its writers.
struct IssueRights {
    bool composes{};
    bool releases{};
    bool is_writer{};
};
/// Pure: what the page offers and the handlers ask again. Nobody approves what he wrote himself.
[[nodiscard]] std::vector<IssueAct> issue_acts(const Issue& issue, const IssueRights& rights);
/// conflict "channel.issue.not_now" with the state in words; forbidden "channel.issue.own" for the
/// writer's own approval, "channel.issue.not_yours" else.
[[nodiscard]] Result<void> require_act(const Issue& issue, const IssueRights& rights, IssueAct act);

enum class Direction : unsigned char { up, down };
/// Twice is once. too_large "channel.entry.too_many".
[[nodiscard]] Result<void> add_entry(std::vector<Entry>& entries, newsroom::ArticleId article);
/// At the end it stays where it is. not_found "channel.entry.not_found", as the others.
[[nodiscard]] Result<void> move_entry(std::vector<Entry>& entries, newsroom::ArticleId article,
                                      Direction direction);
[[nodiscard]] Result<void> remove_entry(std::vector<Entry>& entries, newsroom::ArticleId article);
[[nodiscard]] Result<void> set_headline(std::vector<Entry>& entries, newsroom::ArticleId article,
                                        std::string headline);

}  // namespace caicach::channel
