#include <doctest/doctest.h>

#include "obligation/testing.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

/// An article reported for March, on the page of its fact.
struct Room {
    App app{};
    Obligation march{};
    std::string fact_page{};

    Room()
    {
        auto context = app.system_context();
        march = testing::obligations_of_articles(context, "SYT", "SNV").at(2);
        auto officer = app.as(Role::agency_officer, "SYT");
        REQUIRE(officer
                    .post("/viec/" + march.code + "/ket-qua",
                          {{"title", "Ba cách nộp hồ sơ"},
                           {"happened_on", "10/03/2026"},
                           {"quantity", "1"},
                           {"link", "https://syt.songlam.gov.vn/bai-1"}})
                    .status == 303);
        auto transaction = MUST(context.read());
        const auto counts = MUST(ObligationStore{transaction}.counts(march.id));
        REQUIRE(counts.size() == 1);
        fact_page = evidence::fact_path(MUST(evidence::fact_by_id(transaction, counts[0].fact)));
    }

    [[nodiscard]] std::int64_t done()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ObligationStore{transaction}.find(march.id)).done;
    }
};

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a fact's page says for which work it counts, and why")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto page = officer.get(room.fact_page);
    CHECK(has(page, "II.1. Đăng tin, bài về cải cách (Tháng 3/2026)"));
    CHECK(has(page, "/viec/" + room.march.code));
    CHECK(has(page, "Tính cho II.1 vì cơ quan báo cho chính việc này, kỳ Tháng 3/2026."));
    CHECK(has(page, "đã tính cho kỳ Tháng 3/2026 của cùng định mức") == false);
    CHECK(
        has(page,
            "Không tính cho II.1 vì làm ngày 10/03/2026, ngoài kỳ Tháng 2/2026 (từ 01/02/2026 đến "
            "28/02/2026)."));
    CHECK(has(officer.get("/viec/" + room.march.code), room.fact_page));
}

TEST_CASE("refused, a fact counts no more for its work; accepted or corrected it does again")
{
    Room room;
    auto reviewer = room.app.as(Role::coordinator, "UBND");
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(reviewer.post(room.fact_page + "/tu-choi", {{"text", "Sai trang"}}).status == 303);
    CHECK(room.done() == 0);
    CHECK(has(officer.get(room.fact_page), "Chưa được tính cho việc nào"));
    const auto task = officer.get("/viec/" + room.march.code);
    CHECK(has(task, "Không tính cho II.1 vì người xét không công nhận kết quả."));
    CHECK(reviewer.post(room.fact_page + "/cong-nhan").status == 303);
    CHECK(room.done() == 1);
    CHECK(officer
              .post(room.fact_page + "/sua", {{"title", "Ba cách nộp hồ sơ"},
                                              {"happened_on", "11/03/2026"},
                                              {"quantity", "2"},
                                              {"link", "https://syt.songlam.gov.vn/bai-1"}})
              .status == 303);
    CHECK(room.done() == 2);
    CHECK(officer.post(room.fact_page + "/rut-lai").status == 409);
}

TEST_CASE("what counts for a task is packed for who may see it")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto path = "/viec/" + room.march.code + "/minh-chung.zip";
    const auto answer = officer.get(path);
    CHECK(answer.status == 200);
    CHECK(caicach::testing::sent_body(answer).starts_with("PK"));
    auto other = room.app.as(Role::agency_officer, "STP");
    CHECK(other.get(path).status == 403);
    CHECK(officer.get("/viec/KHONGCO/minh-chung.zip").status == 404);
}

TEST_CASE("a task says of facts near by why they count or do not")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto type_in = [&](std::string_view title, std::string_view day,
                             std::string_view product) {
        const Fields fields{{"title", std::string{title}},
                            {"happened_on", std::string{day}},
                            {"quantity", "1"},
                            {"product", std::string{product}},
                            {"link", "https://syt.songlam.gov.vn/bai-2"}};
        REQUIRE(officer.post("/minh-chung", fields).status == 303);
    };
    type_in("Bài tháng hai", "20/02/2026", "article");
    type_in("Bài tháng ba", "12/03/2026", "article");
    type_in("Lớp tập huấn", "12/03/2026", "");
    const auto task = officer.get("/viec/" + room.march.code);
    CHECK(has(task,
              "Tính cho II.1 vì cùng cơ quan, cùng loại sản phẩm (Tin, bài) và làm trong kỳ Tháng "
              "3/2026 (từ 01/03/2026 đến 31/03/2026)."));
    CHECK(has(task, "Không tính cho II.1 vì làm ngày 20/02/2026, ngoài kỳ Tháng 3/2026"));
    CHECK(!has(task, "Lớp tập huấn"));
}

TEST_CASE("a fact that was reported for another month says that it counts once")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    auto context = room.app.system_context();
    auto transaction = MUST(context.read());
    const auto all = MUST(ObligationStore{transaction}.of_plan(room.march.plan));
    const auto february = std::ranges::find(all, std::string{"2026-02"}, &Obligation::period);
    REQUIRE(february != all.end());
    REQUIRE(officer
                .post("/viec/" + february->code + "/ket-qua",
                      {{"title", "Bài báo cho tháng hai"},
                       {"happened_on", "05/03/2026"},
                       {"quantity", "1"},
                       {"link", "https://syt.songlam.gov.vn/bai-3"}})
                .status == 303);
    CHECK(has(officer.get("/viec/" + room.march.code),
              "đã tính cho kỳ Tháng 2/2026 của cùng định mức, mỗi kết quả chỉ tính một lần"));
}

TEST_CASE("a coordinator undoes one match with a reason, the agency answers, both pages say so")
{
    Room room;
    const auto task = "/viec/" + room.march.code;
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    auto officer = room.app.as(Role::agency_officer, "SYT");
    auto context = room.app.system_context();
    const auto fact = [&] {
        auto transaction = MUST(context.read());
        const auto counts = MUST(ObligationStore{transaction}.counts(room.march.id));
        return std::to_string(counts.at(0).fact.value);
    }();
    const Fields undoing{{"fact", fact}, {"uncount_reason", "Bài nói về việc khác"}};
    CHECK(officer.post(task + "/khong-tinh", undoing).status == 403);
    CHECK(coordinator.post(task + "/khong-tinh", {{"fact", fact}, {"uncount_reason", ""}}).status ==
          422);
    CHECK(room.done() == 1);
    CHECK(has(coordinator.get(task), "Không tính cho việc này"));
    CHECK(!has(officer.get(task), "Không tính cho việc này"));
    CHECK(coordinator.post(task + "/khong-tinh", undoing).status == 303);
    CHECK(room.done() == 0);
    CHECK(coordinator.post(task + "/khong-tinh", undoing).status == 409);
    CHECK(has(officer.get(task), "Bài nói về việc khác"));
    CHECK(has(officer.get(room.fact_page),
              "Không tính cho II.1 vì người xét loại kết quả khỏi việc này"));
    CHECK(coordinator
              .post(task + "/khong-tinh/tra-loi",
                    {{"answered_fact", fact}, {"uncount_answer", "Không"}})
              .status == 403);
    CHECK(officer
              .post(task + "/khong-tinh/tra-loi",
                    {{"answered_fact", fact}, {"uncount_answer", "Bài có mục về việc này"}})
              .status == 303);
    CHECK(has(coordinator.get(task), "Bài có mục về việc này"));
    CHECK(officer.post(task + "/khong-tinh/thoi", {{"fact", fact}}).status == 403);
    CHECK(coordinator.post(task + "/khong-tinh/thoi", {{"fact", fact}}).status == 303);
    CHECK(room.done() == 1);
    CHECK(!has(officer.get(task), "Bài nói về việc khác"));
}

}  // namespace caicach::obligation
