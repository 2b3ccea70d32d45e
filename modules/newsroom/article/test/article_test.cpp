#include "newsroom/article/article.hpp"

#include <doctest/doctest.h>

namespace caicach::newsroom
{
namespace
{

constexpr Held everything{.writes = true, .edits = true, .publishes = true};
constexpr Held writer{.writes = true, .is_author = true};

std::vector<Act> acts_of(ArticleState state, const Held& held)
{
    return acts({.state = state}, held);
}

}  // namespace

TEST_CASE("who writes sends an article in or takes it back, and the board alone changes it there")
{
    CHECK(acts_of(ArticleState::draft, writer) ==
          std::vector{Act::edit, Act::discard, Act::submit});
    CHECK(acts_of(ArticleState::submitted, writer) == std::vector{Act::take_back, Act::remark});
    CHECK(acts_of(ArticleState::returned, writer) ==
          std::vector{Act::edit, Act::discard, Act::submit, Act::remark});
    CHECK(acts_of(ArticleState::published, writer) == std::vector{Act::remark});
    CHECK(acts_of(ArticleState::withdrawn, writer).empty());
    CHECK(acts_of(ArticleState::submitted, {.edits = true}) ==
          std::vector{Act::edit, Act::send_back, Act::remark});
}

TEST_CASE("nobody approves what he wrote himself, whatever he may do")
{
    auto held = everything;
    const Article article{.state = ArticleState::submitted};
    CHECK(require_act(article, held, Act::approve));
    held.is_author = true;
    const auto refused = require_act(article, held, Act::approve);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Failure::forbidden);
    CHECK(refused.error().key == "newsroom.article.own");
}

TEST_CASE("what is not its time is told with the state; what is another's with who may")
{
    const auto late = require_act({.state = ArticleState::published}, everything, Act::submit);
    REQUIRE_FALSE(late);
    CHECK(late.error().key == "newsroom.article.not_now");
    const auto others = require_act({.state = ArticleState::published}, writer, Act::withdraw);
    REQUIRE_FALSE(others);
    CHECK(others.error().key == "newsroom.article.not_yours");
    CHECK(require_act({.state = ArticleState::published}, everything, Act::withdraw));
    // Who holds nothing there learns nothing of its state.
    const auto stranger = require_act({.state = ArticleState::draft}, {}, Act::withdraw);
    REQUIRE_FALSE(stranger);
    CHECK(stranger.error().key == "newsroom.article.not_yours");
}

TEST_CASE("an article that readers have seen is never thrown away")
{
    CHECK_FALSE(require_act({.state = ArticleState::returned, .public_revision = 1}, everything,
                            Act::discard));
}

TEST_CASE("states, audiences and languages are stored under keys and read back")
{
    for (const auto state :
         {ArticleState::draft, ArticleState::submitted, ArticleState::returned,
          ArticleState::approved, ArticleState::published, ArticleState::withdrawn})
        CHECK(article_state_from(key_of(state)) == state);
    for (const auto one :
         {Audience::everyone, Audience::citizens, Audience::businesses, Audience::officials})
        CHECK(audience_from(key_of(one)) == one);
    for (const auto one : {Language::vi, Language::en}) CHECK(language_from(key_of(one)) == one);
    CHECK_FALSE(article_state_from("gone"));
}

}  // namespace caicach::newsroom
