#include "newsroom/article/publishing.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "newsroom/article/article_store.hpp"
#include "newsroom/article/writing.hpp"
#include "newsroom/portal/news.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::newsroom
{
namespace
{

/// The board of the provincial committee, and an agency that writes for it.
struct Board {
    caicach::testing::Desk& desk;
    organisation::AgencyId agency{};

    [[nodiscard]] Context writer() const { return desk.context_of(organisation::scope_of(agency)); }
    /// Somebody else than who writes.
    [[nodiscard]] Context editor() const { return desk.context(); }

    [[nodiscard]] Article submitted(const std::string& title) const
    {
        auto context = writer();
        auto transaction = MUST(context.begin());
        const ArticlePlace place{.section = "result"};
        const auto article =
            MUST(draft_article(context, transaction, agency, place,
                               {.title = title,
                                .summary = "Tóm tắt.",
                                .body = "Đã làm xong.\n\n| a | b |\n|---|---|\n"}));
        MUST(submit_article(context, transaction, article));
        MUST(transaction.commit());
        return found(article.id);
    }
    [[nodiscard]] Article found(ArticleId id) const
    {
        auto context = desk.context();
        auto transaction = MUST(context.read());
        return MUST(ArticleStore{transaction}.find(id));
    }
    void publish(const Article& article) const
    {
        auto context = editor();
        auto transaction = MUST(context.begin());
        MUST(approve_article(context, transaction, article, std::nullopt));
        MUST(transaction.commit());
    }
};

void at_the_board(const std::function<void(Board&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Board board{desk};
        {
            auto transaction = MUST(context.read());
            board.agency =
                MUST(organisation::agency_by_code(transaction, "SYT", context.today())).id;
        }
        test(board);
    });
}

std::string titles_of(const std::vector<NewsItem>& items)
{
    std::string titles;
    for (const auto& one : items) titles += one.title + ";";
    return titles;
}

}  // namespace

TEST_CASE("published articles are listed newest first, by section and agency, and found")
{
    at_the_board([](Board& board) {
        board.publish(board.submitted("Đắk Blà bớt giấy tờ"));
        board.publish(board.submitted("Sông Lam đo hài lòng"));
        auto context = board.desk.context();
        auto transaction = MUST(context.read());
        const auto list = [&](const NewsFilter& filter, const NewsPlace& behind) {
            return titles_of(MUST(news(transaction, filter, behind, 10)));
        };
        const std::string both = "Sông Lam đo hài lòng;Đắk Blà bớt giấy tờ;";
        CHECK(list({}, newest_news()) == both);
        CHECK(list({.section = "result"}, newest_news()) == both);
        CHECK(list({.section = "model"}, newest_news()).empty());
        CHECK(list({.agency = board.agency}, newest_news()) == both);
        CHECK(list({.language = Language::en}, newest_news()).empty());
        const auto first = MUST(news(transaction, {}, newest_news(), 1));
        REQUIRE(first.size() == 1);
        CHECK(list({}, {first[0].published_at, first[0].id}) == "Đắk Blà bớt giấy tờ;");
        CHECK(titles_of(MUST(found_news(transaction, "dak bla", {}, 10, 0))) ==
              "Đắk Blà bớt giấy tờ;");
        CHECK(titles_of(MUST(found_news(transaction, "DA LAM", {}, 10, 0))) == both);
        CHECK(MUST(found_news(transaction, "khong co", {}, 10, 0)).empty());
    });
}

TEST_CASE("of two who change an article at once, the second is told so")
{
    at_the_board([](Board& board) {
        const auto article = board.submitted("Bài của hai người");
        auto context = board.editor();
        const ArticlePlace place{.section = "result"};
        const auto change = [&](const std::string& title) -> Result<void> {
            auto transaction = TRY(context.begin());
            TRY(change_article(context, transaction, article, place, {.title = title}));
            return transaction.commit();
        };
        CHECK(change("Bản một"));
        const auto second = change("Bản hai");
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == Failure::conflict);
        CHECK(board.found(article.id).title == "Bản một");
    });
}

TEST_CASE("an address belongs to one article for ever, whatever becomes of it")
{
    at_the_board([](Board& board) {
        const auto first = board.submitted("Cùng một tên");
        board.publish(first);
        board.publish(board.submitted("Cùng một tên"));
        auto context = board.editor();
        {
            auto transaction = MUST(context.begin());
            MUST(withdraw_article(context, transaction, board.found(first.id), "Sai."));
            MUST(transaction.commit());
        }
        auto transaction = MUST(context.read());
        ArticleStore store{transaction};
        CHECK(MUST(store.find_public("cung-mot-ten")).id == first.id);
        CHECK(MUST(store.find_public("cung-mot-ten-2")).state == ArticleState::published);
        CHECK_FALSE(store.find_public("cung-mot-ten-3"));
    });
}

TEST_CASE("an article that waits for its hour is due then, not before")
{
    at_the_board([](Board& board) {
        const auto article = board.submitted("Hẹn giờ");
        auto context = board.editor();
        const auto hour = context.now() + 3600;
        {
            auto transaction = MUST(context.begin());
            MUST(approve_article(context, transaction, article, hour));
            MUST(transaction.commit());
        }
        auto transaction = MUST(context.read());
        ArticleStore store{transaction};
        CHECK(MUST(store.due(context.now())).empty());
        CHECK(MUST(store.due(hour)) == std::vector{article.id});
    });
}

}  // namespace caicach::newsroom
