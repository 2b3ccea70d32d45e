#include <doctest/doctest.h>

#include "obligation/saved_view/saved_view.hpp"
#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

struct Room {
    App app{};
    std::string plan{};
    Visitor coordinator;
    Visitor officer;

    Room()
        : coordinator(app.as(Role::coordinator, "SNV")),
          officer(app.as(Role::agency_officer, "SYT"))
    {
        auto context = app.system_context();
        const auto task = testing::obligations_of_articles(context, "SYT", "SNV").front();
        auto transaction = MUST(context.read());
        plan = MUST(plan::summary_of(transaction, task.plan)).code;
    }

    [[nodiscard]] std::string board() const { return "/theo-doi/" + plan + "/viec"; }
    [[nodiscard]] Fields overdue(std::string name) const
    {
        return {{"page", "board_tasks"},
                {"plan", plan},
                {"query", "?tinh-trang=overdue"},
                {"name", std::move(name)}};
    }
};

Fields plus(Fields fields, std::string name, std::string value)
{
    fields.emplace_back(std::move(name), std::move(value));
    return fields;
}

}  // namespace

TEST_CASE("a view is kept on its page, opened from there, renamed and removed")
{
    Room room;
    auto& visitor = room.coordinator;
    CHECK(has(visitor.get(room.board()), "Lọc trước, rồi đặt tên"));
    CHECK(has(visitor.get(room.board() + "?tinh-trang=overdue"), "Lưu bộ lọc"));
    const auto kept = visitor.post("/bo-loc", room.overdue("Quá hạn"));
    CHECK(kept.status == 303);
    CHECK(kept.header("location") == room.board() + "?tinh-trang=overdue");
    CHECK(has(visitor.get(room.board()), room.board() + "?tinh-trang=overdue"));
    const auto again = visitor.post("/bo-loc", room.overdue("qua han"));
    CHECK(again.status == 409);
    CHECK(has(again, "qua han"));
    const auto list = visitor.get("/bo-loc");
    CHECK(has(list, "Quá hạn"));
    const Fields view{{"view", value_in(list, "view")}, {"version", value_in(list, "version")}};
    CHECK(visitor.post("/bo-loc/doi-ten", plus(view, "name", "")).status == 422);
    CHECK(visitor.post("/bo-loc/doi-ten", plus(view, "name", "Trễ")).status == 303);
    CHECK(visitor.post("/bo-loc/doi-ten", plus(view, "name", "Trễ hơn")).status == 409);
    CHECK(has(visitor.get(room.board()), ">Trễ<"));
    CHECK(visitor.post("/bo-loc/bo", view).status == 409);
    const auto now = visitor.get("/bo-loc");
    CHECK(visitor
              .post("/bo-loc/bo",
                    {{"view", value_in(now, "view")}, {"version", value_in(now, "version")}})
              .status == 303);
    CHECK(has(visitor.get("/bo-loc"), "Chưa có bộ lọc nào"));
}

TEST_CASE("a page begins with one's default, and all can still be seen")
{
    Room room;
    CHECK(room.coordinator.get(room.board()).status == 200);
    CHECK(room.coordinator.post("/bo-loc", plus(room.overdue("Quá hạn"), "default", "1")).status ==
          303);
    const auto begun = room.coordinator.get(room.board());
    CHECK(begun.status == 303);
    CHECK(begun.header("location") == room.board() + "?tinh-trang=overdue");
    CHECK(has(room.coordinator.get(room.board() + "?tinh-trang=overdue"), "?tat-ca=1"));
    CHECK(room.coordinator.get(room.board() + "?tat-ca=1").status == 200);
    CHECK(room.app.as(Role::coordinator, "SNV").get(room.board()).status == 200);
    const Fields inbox{{"page", "inbox"},
                       {"query", "?muc=sap-toi&cua-toi=1"},
                       {"name", "Của tôi"},
                       {"default", "1"}};
    CHECK(room.officer.post("/bo-loc", inbox).status == 303);
    CHECK(room.officer.get("/viec").header("location") == "/viec?muc=sap-toi&cua-toi=1");
    const auto list = room.officer.get("/bo-loc");
    const Fields end{
        {"view", value_in(list, "view")}, {"version", value_in(list, "version")}, {"default", "0"}};
    CHECK(room.officer.post("/bo-loc/mo-san", end).status == 303);
    CHECK(room.officer.get("/viec").status == 200);
}

TEST_CASE("a view that its page reads no more says so, and breaks no page")
{
    Room room;
    room.coordinator.post("/bo-loc", plus(room.overdue("Quá hạn"), "default", "1"));
    auto context = room.app.system_context();
    {
        auto transaction = MUST(context.begin());
        MUST(transaction.change(
            "UPDATE obligation_saved_view SET query = '?tinh-trang=cua-nam-ngoai'"));
        MUST(transaction.commit());
    }
    const auto page = room.coordinator.get(room.board());
    CHECK(page.status == 200);
    CHECK(has(page, "không còn đọc được"));
    CHECK(!has(page, "cua-nam-ngoai"));
    CHECK(has(room.coordinator.get("/bo-loc"), "không còn đọc được"));
}

TEST_CASE("nobody touches another person's view, keeps one of no page, or shares without the right")
{
    Room room;
    room.coordinator.post("/bo-loc", room.overdue("Quá hạn"));
    const auto list = room.coordinator.get("/bo-loc");
    const Fields view{{"view", value_in(list, "view")}, {"version", value_in(list, "version")}};
    for (const auto* step : {"/bo-loc/bo", "/bo-loc/mo-san", "/bo-loc/doi-ten"})
        CHECK(room.officer.post(step, plus(view, "name", "x")).status == 404);
    CHECK(!has(room.officer.get("/bo-loc"), "Quá hạn"));
    CHECK(room.officer.post_without_token("/bo-loc", room.overdue("x")).status == 403);
    CHECK(room.officer.post("/bo-loc", {{"page", "khac"}, {"name", "x"}}).status == 422);
    auto elsewhere = room.overdue("x");
    elsewhere.at(1).second = "/khac.example";
    CHECK(room.officer.post("/bo-loc", elsewhere).status == 422);
    CHECK(room.officer.post("/bo-loc", plus(room.overdue("x"), "shared", "1")).status == 403);
    CHECK(room.app.nobody().get("/bo-loc").status == 303);
    auto head = room.app.as(Role::agency_head, "SYT");
    const Fields shared{
        {"page", "inbox"}, {"query", "?muc=sap-toi"}, {"name", "Sắp tới của sở"}, {"shared", "1"}};
    CHECK(head.post("/bo-loc", shared).status == 303);
    CHECK(has(room.officer.get("/viec"), "Sắp tới của sở"));
    CHECK(!has(room.app.as(Role::agency_officer, "STP").get("/viec"), "Sắp tới của sở"));
}

}  // namespace caicach::obligation
