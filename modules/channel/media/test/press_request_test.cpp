#include "channel/media/press_request.hpp"

#include <doctest/doctest.h>

#include "support/app.hpp"

namespace caicach::channel
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

bool tells(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

/// On a Friday.
Fields question(const std::string& manner)
{
    return {{"agency", "SYT"},
            {"outlet", "Báo Sông Lam"},
            {"adds_outlet", "1"},
            {"journalist", "Lê Văn Hỏi, 0900 000 000"},
            {"manner", manner},
            {"asked_on", "13/03/2026"},
            {"subject", "Thuốc ở trạm y tế xã"},
            {"question", "Bao giờ có thuốc?"}};
}

std::string noted_by(Visitor& officer, const std::string& manner)
{
    const auto answer = officer.post("/bao-chi", question(manner));
    REQUIRE(answer.status == 303);
    return std::string(answer.header("location"));
}

std::vector<evidence::RecordedFact> facts_of_request(App& app, const std::string& path)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    const auto request = MUST(PressStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    return MUST(evidence::facts_of_object(transaction, "channel", request.id.value));
}

}  // namespace

TEST_CASE("a newspaper asks, somebody takes it, and the answer is a fact")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto path = noted_by(officer, "interview");
    // Five working days behind Friday 13.
    CHECK(tells(officer.get(path), "20/03/2026"));
    CHECK(tells(officer.get("/bao-chi"), "Chưa trả lời"));
    CHECK(officer.post(path + "/nhan", {{"version", "1"}}).status == 303);
    CHECK(officer
              .post(path + "/tra-loi", {{"version", "2"},
                                        {"answer", "Thuốc về ngày 16."},
                                        {"answered_on", "14/03/2026"}})
              .status == 303);
    const auto facts = facts_of_request(app, path);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].product == "talk");
    CHECK(facts[0].happened_on == *Date::create(2026, 3, 14));
    CHECK(facts[0].title == "Thuốc ở trạm y tế xã (Báo Sông Lam)");
    // Who asked is forgotten, what was asked is not.
    const auto page = officer.get(path);
    CHECK_FALSE(tells(page, "0900 000 000"));
    CHECK(tells(page, "Bao giờ có thuốc?"));
    CHECK(officer.post(path + "/khong-tra-loi", {{"version", "3"}, {"reason", "x"}}).status == 409);
}

TEST_CASE("an answer in writing is no interview, and silence is told as late")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto path = noted_by(officer, "written");
    CHECK(tells(officer.get(path), "18/03/2026"));
    app.clock.pass_seconds(4L * 24 * 3600);
    // Whose session has not ended meanwhile.
    auto later = app.as(Role::agency_officer, "SYT");
    CHECK(tells(later.get("/bao-chi"), "Quá hạn trả lời"));
    CHECK(later
              .post(path + "/tra-loi",
                    {{"version", "1"}, {"answer", "Có."}, {"answered_on", "19/03/2026"}})
              .status == 303);
    const auto facts = facts_of_request(app, path);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].product.empty());
}

TEST_CASE("a request is refused beside its field, and is nobody else's")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    auto other = app.as(Role::agency_head, "STP");
    auto wrong = question("letter");
    CHECK(officer.post("/bao-chi", wrong).status == 422);
    wrong = question("written");
    wrong[5].second = "16/03/2026";
    CHECK(tells(officer.post("/bao-chi", wrong), "Ngày nhận chưa đến"));
    wrong = question("written");
    wrong[2] = {"x", ""};
    const auto unknown = officer.post("/bao-chi", wrong);
    CHECK(unknown.status == 422);
    CHECK(tells(unknown, "Bao giờ có thuốc?"));
    const auto path = noted_by(officer, "written");
    CHECK(other.get(path).status == 403);
    CHECK(other.get("/bao-chi?co-quan=SYT").status == 403);
    CHECK(other.post("/bao-chi", question("written")).status == 403);
    CHECK(other.post(path + "/nhan", {{"version", "1"}}).status == 403);
    const auto early = officer.post(
        path + "/tra-loi", {{"version", "1"}, {"answer", "Có."}, {"answered_on", "12/03/2026"}});
    CHECK(early.status == 422);
    CHECK(tells(early, "Có."));
    CHECK(
        officer.post(path + "/tra-loi", {{"version", "1"}, {"answered_on", "14/03/2026"}}).status ==
        422);
    CHECK(facts_of_request(app, path).empty());
    CHECK(officer.post(path + "/khong-tra-loi", {{"version", "1"}, {"reason", "Hỏi nơi khác"}})
              .status == 303);
    CHECK(facts_of_request(app, path).empty());
    CHECK(app.nobody().get(path).status != 200);
}

}  // namespace caicach::channel
