#include "newsroom/portal/rating.hpp"

#include <doctest/doctest.h>

#include "newsroom/portal/test/portal_room.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"

namespace caicach::newsroom
{
namespace
{

struct RatedRoom : PortalRoom {
    std::string address{"/tin-bai/bai-hay/danh-gia"};
    std::string path{publish({.title = "Bài hay"})};

    http::Response rate(const std::string& answer)
    {
        return reader.post_without_token(address, {{"huu-ich", answer}});
    }
    std::pair<std::int64_t, std::int64_t> counts()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto rated = MUST(rated_articles(transaction, context.today().plus_days(-7), 10));
        if (rated.empty()) return {0, 0};
        CHECK(rated.size() == 1);
        return {rated[0].useful, rated[0].not_useful};
    }
};

}  // namespace

TEST_CASE("readers say whether an article helped, without a cookie, and the desk sees how many")
{
    RatedRoom room;
    CHECK(shows(room.reader.get("/tin-bai/bai-hay"), "Trang này có ích không?"));
    const auto answer = room.rate("co");
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == "/tin-bai/bai-hay?cam-on=1#danh-gia");
    CHECK(answer.header("set-cookie").empty());
    CHECK(room.rate("co").status == 303);
    CHECK(room.rate("khong").status == 303);
    CHECK(room.counts() == std::pair<std::int64_t, std::int64_t>{2, 1});
    const auto thanks = room.reader.get("/tin-bai/bai-hay?cam-on=1");
    CHECK(shows(thanks, "Cảm ơn bạn đã trả lời"));
    CHECK(shows(room.reader.get("/tin-bai/bai-hay"), "Trang này có ích không?"));
    const auto desk = room.writer.get("/toa-soan/danh-gia");
    CHECK(shows(desk, "Bài hay"));
    CHECK(shows(room.writer.get("/toa-soan/danh-gia.csv"), "Bài hay,Sở Y tế,15/03/2026,2,1"));
    CHECK(room.reader.get("/toa-soan/danh-gia").status == 303);
}

TEST_CASE("nothing but the counts of a day is kept of a rating")
{
    RatedRoom room;
    CHECK(room.rate("co").status == 303);
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto columns =
        MUST(transaction.all("SELECT name FROM pragma_table_info('newsroom_rating') ORDER BY name",
                             [](const database::Row& row) { return row.string("name"); }));
    CHECK(columns == std::vector<std::string>{"article_id", "day", "not_useful", "useful"});
}

TEST_CASE("a rating that is none is refused: another answer, from elsewhere, of what is not there")
{
    RatedRoom room;
    CHECK(room.rate("").status == 422);
    CHECK(room.rate("có thể").status == 422);
    room.address = "/tin-bai/khong-co/danh-gia";
    CHECK(room.rate("co").status == 404);
    room.address = "/tin-bai/bai-hay/danh-gia";
    CHECK(room.act(room.editor, room.path, "go", {{"reason", "Sai."}}) == 303);
    CHECK(room.rate("co").status == 404);
    CHECK(room.counts() == std::pair<std::int64_t, std::int64_t>{0, 0});
}

TEST_CASE("what another site sends in a reader's name is not counted")
{
    RatedRoom room;
    auto& system = room.app.system();
    Context context{system.services(), Actor{}};
    auto match = system.router().find(http::Method::post, room.address);
    REQUIRE(match.route != nullptr);
    const auto sent_from = [&](std::string site) {
        auto request = MUST(http::Request::create({.method = http::Method::post,
                                                   .target = room.address,
                                                   .headers = {{"sec-fetch-site", std::move(site)}},
                                                   .form = {{"huu-ich", "co"}}}));
        request.set_path_parameters({{"slug", "bai-hay"}});
        return match.route->handler(context, request);
    };
    CHECK(sent_from("cross-site").error().kind == Failure::forbidden);
    CHECK(sent_from("same-site").error().kind == Failure::forbidden);
    CHECK(room.counts().first == 0);
    CHECK(MUST(sent_from("same-origin")).status == 303);
    CHECK(room.counts().first == 1);
}

TEST_CASE("one address cannot flood an article; an hour later it may answer again")
{
    RatedRoom room;
    int taken = 0;
    for (int i = 0; i < 8; ++i) taken += room.rate("khong").status == 303 ? 1 : 0;
    CHECK(taken == 5);
    CHECK(room.rate("khong").status == 429);
    CHECK(room.counts().second == 5);
    constexpr std::int64_t hour = 3600;
    room.app.clock.pass_seconds(hour);
    CHECK(room.rate("co").status == 303);
}

TEST_CASE("counts of many days add up, from the day asked for on")
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        auto transaction = MUST(database.write());
        MUST(transaction.script(
            "INSERT INTO newsroom_article (id, code, agency_id, author_id, section, audience, "
            "language, state, revision, public_revision, slug, published_at, reason, made_at, "
            "version) VALUES (7, 'C', 1, 1, 'result', 'everyone', 'vi', 'published', 1, 1, 's', "
            "'2026-03-01T00:00:00.000000Z', '', '2026-03-01T00:00:00.000000Z', 1);"
            "INSERT INTO newsroom_revision (article_id, number, title, summary, body, source, "
            "made_at, made_by, note) VALUES (7, 1, 'Bài', '', 'x', '', "
            "'2026-03-01T00:00:00.000000Z', 1, '')"));
        const auto first = *Date::create(2026, 3, 30);
        for (int day = 0; day < 3; ++day)
            for (int i = 0; i <= day; ++i)
                MUST(count_rating(transaction, ArticleId{7}, first.plus_days(day),
                                  i == 0 ? Rating::not_useful : Rating::useful));
        const auto counted = [&](int days) {
            const auto rated = MUST(rated_articles(transaction, first.plus_days(days), 10));
            REQUIRE(rated.size() == 1);
            return std::pair{rated[0].useful, rated[0].not_useful};
        };
        CHECK(counted(0) == std::pair<std::int64_t, std::int64_t>{3, 3});
        CHECK(counted(1) == std::pair<std::int64_t, std::int64_t>{3, 2});
        CHECK(MUST(rated_articles(transaction, first.plus_days(3), 10)).empty());
    });
}

}  // namespace caicach::newsroom
