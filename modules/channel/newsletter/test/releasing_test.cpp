#include "channel/newsletter/releasing.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/edition.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "newsroom/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::channel
{
namespace
{

/// A department that makes a newsletter, and somebody else who approves it.
struct Press {
    caicach::testing::Desk& desk;
    organisation::AgencyId agency{};

    [[nodiscard]] Context writer() const { return desk.context_of(organisation::scope_of(agency)); }
    [[nodiscard]] Context releaser() const { return desk.context(); }

    [[nodiscard]] newsroom::ArticleId article(const std::string& title) const
    {
        auto from = writer();
        auto board = releaser();
        return newsroom::testing::published_article_of(from, board, agency, title);
    }
    [[nodiscard]] Issue drafted(const std::vector<newsroom::ArticleId>& articles) const
    {
        auto context = writer();
        auto transaction = MUST(context.begin());
        auto issue = MUST(draft_issue(context, transaction, agency, {.title = "Bản tin"}));
        MUST(change_entries(context, transaction, issue,
                            [&](std::vector<Entry>& entries) -> Result<void> {
                                for (const auto one : articles) TRY(add_entry(entries, one));
                                return {};
                            }));
        MUST(transaction.commit());
        return found(issue.id);
    }
    [[nodiscard]] Issue submitted(const std::vector<newsroom::ArticleId>& articles) const
    {
        const auto issue = drafted(articles);
        auto context = writer();
        auto transaction = MUST(context.begin());
        MUST(submit_issue(context, transaction, issue));
        MUST(transaction.commit());
        return found(issue.id);
    }
    [[nodiscard]] Result<void> approve(const Issue& issue,
                                       std::optional<Instant> release_at = {}) const
    {
        auto context = releaser();
        auto transaction = TRY(context.begin());
        TRY(approve_issue(context, transaction, issue, release_at));
        return transaction.commit();
    }
    [[nodiscard]] Issue found(IssueId id) const
    {
        auto context = desk.context();
        auto transaction = MUST(context.read());
        return MUST(IssueStore{transaction}.find(id));
    }
    [[nodiscard]] Issue sent(const std::vector<newsroom::ArticleId>& articles) const
    {
        const auto issue = submitted(articles);
        MUST(approve(issue));
        return found(issue.id);
    }
};

void at_the_press(const std::function<void(Press&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Press press{desk};
        {
            auto transaction = MUST(context.read());
            press.agency =
                MUST(organisation::agency_by_code(transaction, "SYT", context.today())).id;
        }
        test(press);
    });
}

}  // namespace

TEST_CASE("numbers of issues run without a gap through a year, and each proves itself")
{
    at_the_press([](Press& press) {
        const auto article = press.article("Một cửa sáng thứ Bảy");
        const auto first = press.sent({article});
        static_cast<void>(press.drafted({article}));
        const auto second = press.sent({article});
        CHECK(first.number == 1);
        CHECK(second.number == 2);
        CHECK(first.year == 2026);
        CHECK(first.slug == "so-1-2026-so-y-te");
        press.desk.clock.set_today(*Date::create(2027, 1, 5));
        CHECK(press.sent({article}).number == 1);
        auto context = press.desk.context();
        auto transaction = MUST(context.read());
        const auto facts = MUST(evidence::facts_of_object(transaction, "channel", second.id.value));
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].kind == "channel.newsletter_sent");
        CHECK(facts[0].product == "bulletin");
        CHECK(facts[0].agency == press.agency);
        CHECK(facts[0].happened_on == *Date::create(2026, 3, 15));
        CHECK(facts[0].title == "Số 2/2026: Bản tin");
    });
}

TEST_CASE("an issue without an article that readers can open goes nowhere")
{
    at_the_press([](Press& press) {
        auto context = press.writer();
        const auto issue = press.drafted({});
        {
            auto transaction = MUST(context.begin());
            const auto refused = submit_issue(context, transaction, issue);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().key == "channel.issue.empty");
        }
        const auto article = press.article("Bài sẽ gỡ");
        const auto waiting = press.submitted({article});
        auto board = press.releaser();
        newsroom::testing::withdraw_article_of(board, article);
        const auto refused = press.approve(waiting);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "channel.issue.empty");
        CHECK(press.found(waiting.id).state == IssueState::submitted);
    });
}

TEST_CASE("of two who change the articles of an issue at once, the second is told so")
{
    at_the_press([](Press& press) {
        const auto one = press.article("Bài một");
        const auto two = press.article("Bài hai");
        const auto issue = press.drafted({one, two});
        auto context = press.writer();
        const auto change = [&](Direction direction) -> Result<void> {
            auto transaction = TRY(context.begin());
            TRY(change_entries(context, transaction, issue, [&](std::vector<Entry>& entries) {
                return move_entry(entries, two, direction);
            }));
            return transaction.commit();
        };
        CHECK(change(Direction::up));
        const auto second = change(Direction::down);
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == Failure::conflict);
        auto transaction = MUST(context.read());
        const auto entries = MUST(IssueStore{transaction}.entries(issue.id));
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].article == two);
    });
}

TEST_CASE("offered are articles since the last issue that are not in this one")
{
    at_the_press([](Press& press) {
        const auto old = press.article("Bài cũ");
        press.desk.clock.set_today(*Date::create(2026, 3, 20));
        static_cast<void>(press.sent({old}));
        press.desk.clock.set_today(*Date::create(2026, 4, 20));
        const auto taken = press.article("Bài đã chọn");
        const auto left = press.article("Bài chưa chọn");
        const auto issue = press.drafted({taken});
        auto context = press.writer();
        auto transaction = MUST(context.read());
        const auto offered = MUST(candidates_for(context, transaction, issue));
        REQUIRE(offered.size() == 1);
        CHECK(offered[0].id == left);
    });
}

TEST_CASE("a withdrawn article keeps its place in an issue, marked, and an own headline is shown")
{
    at_the_press([](Press& press) {
        const auto gone = press.article("Bài bị gỡ");
        const auto here = press.article("Bài còn");
        auto issue = press.drafted({gone, here});
        auto context = press.writer();
        {
            auto transaction = MUST(context.begin());
            MUST(change_entries(context, transaction, issue, [&](std::vector<Entry>& entries) {
                return set_headline(entries, here, "Tên riêng");
            }));
            MUST(transaction.commit());
        }
        auto board = press.releaser();
        newsroom::testing::withdraw_article_of(board, gone);
        auto transaction = MUST(context.read());
        const auto edition = MUST(edition_of(context, transaction, issue));
        REQUIRE(edition.articles.size() == 2);
        CHECK(edition.articles[0].article.is_withdrawn);
        CHECK(edition.articles[1].title == "Tên riêng");
        CHECK(edition.number == "Số 1/2026");
    });
}

}  // namespace caicach::channel
