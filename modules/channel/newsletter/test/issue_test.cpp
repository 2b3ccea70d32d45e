#include "channel/newsletter/issue.hpp"

#include <doctest/doctest.h>

#include "channel/limits.hpp"

namespace caicach::channel
{
namespace
{

constexpr IssueRights writer{.composes = true, .is_writer = true};
constexpr IssueRights releaser{.releases = true};
constexpr IssueRights everything{.composes = true, .releases = true};

std::vector<IssueAct> acts_in(IssueState state, const IssueRights& rights)
{
    return issue_acts({.state = state}, rights);
}

std::vector<Entry> three()
{
    return {{.article = newsroom::ArticleId{1}},
            {.article = newsroom::ArticleId{2}},
            {.article = newsroom::ArticleId{3}}};
}

std::vector<std::int64_t> order_of(const std::vector<Entry>& entries)
{
    std::vector<std::int64_t> order;
    order.reserve(entries.size());
    for (const auto& one : entries) order.push_back(one.article.value);
    return order;
}

}  // namespace

TEST_CASE("who composes an issue sends it in or takes it back; there nobody changes it")
{
    const std::vector open{IssueAct::edit, IssueAct::discard, IssueAct::submit};
    CHECK(acts_in(IssueState::draft, writer) == open);
    CHECK(acts_in(IssueState::returned, writer) == open);
    CHECK(acts_in(IssueState::submitted, writer) == std::vector{IssueAct::take_back});
    CHECK(acts_in(IssueState::approved, writer).empty());
    CHECK(acts_in(IssueState::submitted, everything) ==
          std::vector{IssueAct::take_back, IssueAct::send_back, IssueAct::approve});
}

TEST_CASE("whoever approves sends back, approves and holds; what readers have stays as it is")
{
    CHECK(acts_in(IssueState::draft, releaser).empty());
    CHECK(acts_in(IssueState::submitted, releaser) ==
          std::vector{IssueAct::send_back, IssueAct::approve});
    CHECK(acts_in(IssueState::approved, releaser) ==
          std::vector{IssueAct::send_back, IssueAct::hold});
    CHECK(acts_in(IssueState::sent, everything).empty());
}

TEST_CASE("nobody approves an issue that he wrote, whatever else he may")
{
    auto both = everything;
    both.is_writer = true;
    const Issue issue{.state = IssueState::submitted};
    const auto refused = require_act(issue, both, IssueAct::approve);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Failure::forbidden);
    CHECK(refused.error().key == "channel.issue.own");
    CHECK(require_act(issue, everything, IssueAct::approve));
    const auto foreign = require_act(issue, {}, IssueAct::approve);
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().key == "channel.issue.not_yours");
    const auto late = require_act({.state = IssueState::sent}, everything, IssueAct::edit);
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Failure::conflict);
}

TEST_CASE("articles change their places one by one and stop at the ends")
{
    auto entries = three();
    CHECK(move_entry(entries, newsroom::ArticleId{3}, Direction::up));
    CHECK(order_of(entries) == std::vector<std::int64_t>{1, 3, 2});
    CHECK(move_entry(entries, newsroom::ArticleId{1}, Direction::up));
    CHECK(move_entry(entries, newsroom::ArticleId{2}, Direction::down));
    CHECK(order_of(entries) == std::vector<std::int64_t>{1, 3, 2});
    CHECK(move_entry(entries, newsroom::ArticleId{1}, Direction::down));
    CHECK(order_of(entries) == std::vector<std::int64_t>{3, 1, 2});
    CHECK(remove_entry(entries, newsroom::ArticleId{1}));
    CHECK(order_of(entries) == std::vector<std::int64_t>{3, 2});
    const auto gone = move_entry(entries, newsroom::ArticleId{1}, Direction::up);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().key == "channel.entry.not_found");
    CHECK_FALSE(set_headline(entries, newsroom::ArticleId{1}, "Mất rồi"));
}

TEST_CASE("an article stands in an issue once, and an issue has an end")
{
    std::vector<Entry> entries;
    for (std::size_t i = 1; i <= limits::entries_max; ++i)
        CHECK(add_entry(entries, newsroom::ArticleId{static_cast<std::int64_t>(i)}));
    CHECK(add_entry(entries, newsroom::ArticleId{1}));
    CHECK(entries.size() == limits::entries_max);
    const auto more = add_entry(entries, newsroom::ArticleId{4711});
    REQUIRE_FALSE(more);
    CHECK(more.error().kind == Failure::too_large);
}

}  // namespace caicach::channel
