#include "obligation/proposal/test/partners.hpp"
#include "obligation/test/shown.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

/// SNV owes four articles a month, SYT and STC cooperate.
struct Room {
    App app{};
    std::vector<Obligation> tasks{};

    Room()
    {
        auto context = app.system_context();
        const auto edition = plan::testing::plan_in_force(
            context, {.items = {articles_with_partners(context, "SNV", {"SYT", "STC"})}});
        auto transaction = MUST(context.read());
        tasks = MUST(ObligationStore{transaction}.of_plan(edition.plan));
        std::ranges::sort(tasks, {}, &Obligation::due_on);
    }
    [[nodiscard]] const Obligation& march() const { return tasks.at(2); }
    [[nodiscard]] std::string division() const { return "/viec/" + march().code + "/phan-cong"; }
    std::vector<Proposal> proposals()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ProposalStore{transaction}.of(march().id));
    }
    std::vector<Part> parts()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(PartStore{transaction}.of(march().id));
    }
    /// Where the first proposal stands, after the lead sent it to SYT.
    std::string sent(caicach::testing::Visitor& lead)
    {
        REQUIRE(lead.post(division(), form()).status == 303);
        return "/phan-viec/" + proposals().front().code;
    }
    static Fields form()
    {
        return {{"agency", "SYT"},
                {"content", "Viết 2 bài về khám bệnh"},
                {"measure", "Cử một người viết"},
                {"needed", "2"},
                {"due_on", "27/03/2026"}};
    }
    [[nodiscard]] std::string version() { return std::to_string(proposals().front().version); }
};

Fields with(Fields fields, std::string name, std::string value)
{
    fields.emplace_back(std::move(name), std::move(value));
    return fields;
}

}  // namespace

TEST_CASE("the lead proposes on one page, its partner agrees on another, and reports its part")
{
    Room room;
    auto lead = room.app.as(Role::agency_head, "SNV");
    auto partner = room.app.as(Role::agency_head, "SYT");
    CHECK(has(lead.get("/viec/" + room.march().code), "Chia phần với cơ quan phối hợp"));
    CHECK(has(lead.get(room.division()), "Sở Tài chính"));
    const auto path = room.sent(lead);
    CHECK(has(lead.get(room.division()), "Chờ cơ quan phối hợp trả lời"));
    CHECK(has(lead.get(room.division() + ".csv"), "Viết 2 bài về khám bệnh"));
    CHECK(has(lead.get(room.division()),
              "<span class=\"lines\">Viết 2 bài về khám bệnh\n"
              "Biện pháp: Cử một người viết</span>"));
    CHECK(has(partner.get("/viec"), "1 phần việc chờ cơ quan trả lời"));
    CHECK(has(partner.get("/phan-viec"), path));
    CHECK(has(partner.get("/phan-viec.csv"), "Viết 2 bài về khám bệnh"));
    const auto page = partner.get(path);
    CHECK(has(page, "Cử một người viết"));
    CHECK(has(page, path + "/dong-y"));
    CHECK_FALSE(has(page, path + "/rut"));
    CHECK(room.parts().empty());
    CHECK(partner.post(path + "/dong-y", {{"version", room.version()}}).status == 303);
    REQUIRE(room.parts().size() == 1);
    const auto part = "/viec/" + room.parts().front().obligation.code;
    CHECK(has(partner.get("/viec"), part));
    CHECK(has(partner.get(part), "Phần việc đã thống nhất với cơ quan chủ trì"));
    CHECK(has(partner.get(part), "khám bệnh\nBiện pháp: Cử một người viết</span>"));
    CHECK(partner
              .post(part + "/ket-qua", {{"title", "Bài"},
                                        {"happened_on", "02/03/2026"},
                                        {"quantity", "2"},
                                        {"link", "https://example.vn/bai"}})
              .status == 303);
    CHECK(has(lead.get(room.division()), "Đã thống nhất"));
    CHECK(has(lead.get("/viec/" + room.march().code), "Phân công thực hiện"));
    CHECK(room.parts().front().obligation.done == 2);
    // The part is changed by agreement, and withdrawn as all parts are.
    CHECK(has(lead.get(part + "/phan-giao"), path));
    CHECK(lead.post(part + "/phan-giao",
                    {{"version", std::to_string(room.parts().front().obligation.version)},
                     {"needed", "4"}})
              .status == 409);
}

TEST_CASE("a part is agreed once, however often the form is sent, and by nobody who comes late")
{
    Room room;
    auto lead = room.app.as(Role::agency_head, "SNV");
    auto partner = room.app.as(Role::agency_head, "SYT");
    const auto fields = with(room.form(), "key", value_in(lead.get(room.division()), "key"));
    CHECK(lead.post(room.division(), fields).status == 303);
    CHECK(lead.post(room.division(), fields).status == 303);
    REQUIRE(room.proposals().size() == 1);
    CHECK(room.proposals().front().version == 1);
    // Another sending of the same is refused beside its field.
    const auto twice = lead.post(room.division(), room.form());
    CHECK(twice.status == 422);
    CHECK(has(twice, "đang được hỏi"));
    const auto path = "/phan-viec/" + room.proposals().front().code;
    CHECK(partner
              .post(path + "/de-nghi-khac", {{"version", "1"},
                                             {"content", "Viết một bài"},
                                             {"needed", "1"},
                                             {"reason", "Ít người"}})
              .status == 303);
    CHECK(partner.post(path + "/dong-y", {{"version", "1"}}).status == 403);
    CHECK(lead.post(path + "/dong-y", {{"version", "1"}}).status == 409);
    CHECK(room.parts().empty());
    CHECK(has(lead.get(path), "Ít người"));
    CHECK(lead.post(path + "/dong-y", {{"version", room.version()}}).status == 303);
    CHECK(room.parts().size() == 1);
}

TEST_CASE("a refused form keeps what was typed, and says beside the field what is wrong")
{
    Room room;
    auto lead = room.app.as(Role::agency_head, "SNV");
    auto partner = room.app.as(Role::agency_head, "SYT");
    auto none = room.form();
    none.front().second = "";
    CHECK(has(lead.post(room.division(), none), "Chưa chọn cơ quan"));
    auto late = room.form();
    late.back().second = "02/04/2026";
    const auto refused = lead.post(room.division(), late);
    CHECK(refused.status == 422);
    CHECK(has(refused, "href=\"#due_on\""));
    CHECK(has(refused, "Viết 2 bài về khám bệnh"));
    CHECK(has(refused, "value=\"02/04/2026\""));
    CHECK(room.proposals().empty());
    const auto path = room.sent(lead);
    const auto empty = partner.post(
        path + "/de-nghi-khac",
        {{"version", "1"}, {"content", "Viết một bài"}, {"needed", "1"}, {"reason", ""}});
    CHECK(empty.status == 422);
    CHECK(has(empty, "Chưa có lý do"));
    CHECK(has(empty, "Viết một bài"));
    CHECK(partner.post(path + "/khong-nhan", {{"version", "1"}, {"refusal", ""}}).status == 422);
    CHECK(partner.post(path + "/khong-nhan", {{"version", "1"}, {"refusal", "Hết người"}}).status ==
          303);
    CHECK(has(lead.get(path), "Hết người"));
    CHECK(has(lead.get("/phan-viec?muc=da-xong"), path));
    CHECK(room.parts().empty());
}

TEST_CASE("both sides see how long a proposal has waited, and nobody once it is answered")
{
    Room room;
    auto asking = room.app.as(Role::agency_head, "SNV");
    CHECK_FALSE(has(asking.get("/viec"), "phần việc chờ"));
    const auto path = room.sent(asking);
    room.app.clock.pass_seconds(4L * 24 * 3600);  // Thursday; nobody is signed in any more
    auto lead = room.app.as(Role::agency_head, "SNV");
    auto partner = room.app.as(Role::agency_head, "SYT");
    const std::string_view waited = "từ 15/03/2026, đã 4 ngày làm việc";
    CHECK(has(partner.get("/viec"),
              "1 phần việc chờ cơ quan trả lời, lâu nhất " + std::string{waited}));
    CHECK_FALSE(has(partner.get("/viec"), "chờ cơ quan khác"));
    const auto inbox = lead.get("/viec");
    CHECK(has(inbox, "1 phần việc chờ cơ quan khác trả lời, lâu nhất " + std::string{waited}));
    CHECK(has(inbox, "/phan-viec?muc=da-gui"));
    CHECK_FALSE(has(inbox, "phần việc chờ cơ quan trả lời"));
    for (auto* reader : {&lead, &partner}) CHECK(has(reader->get(path), waited));
    CHECK(has(lead.get("/phan-viec?muc=da-gui"), "4 ngày làm việc"));
    CHECK(has(partner.get("/phan-viec.csv?muc=cho-tra-loi"), "4 ngày làm việc"));
    // Another offer waits anew, for the other side.
    CHECK(partner
              .post(path + "/de-nghi-khac", {{"version", "1"},
                                             {"content", "Viết một bài"},
                                             {"needed", "1"},
                                             {"reason", "Ít người"}})
              .status == 303);
    CHECK(has(lead.get("/viec"), "1 phần việc chờ cơ quan trả lời, lâu nhất từ 19/03/2026"));
    CHECK(has(partner.get("/viec"), "1 phần việc chờ cơ quan khác trả lời"));
    CHECK(lead.post(path + "/dong-y", {{"version", "2"}}).status == 303);
    for (auto* reader : {&lead, &partner}) {
        CHECK_FALSE(has(reader->get("/viec"), "phần việc chờ"));
        CHECK_FALSE(has(reader->get(path), "Chờ trả lời"));
    }
    CHECK_FALSE(has(lead.get("/phan-viec?muc=da-xong"), "Đã chờ"));
}

TEST_CASE("only the two sides see a proposal, and only their heads speak for them")
{
    Room room;
    auto lead = room.app.as(Role::agency_head, "SNV");
    const auto path = room.sent(lead);
    const Fields version{{"version", "1"}};
    auto officer = room.app.as(Role::agency_officer, "SYT");
    CHECK(officer.get(path).status == 200);
    CHECK_FALSE(has(officer.get(path), path + "/dong-y"));
    CHECK(officer.post(path + "/dong-y", version).status == 403);
    auto other = room.app.as(Role::agency_head, "STC");
    CHECK(other.get(path).status == 404);
    CHECK(other.get(room.division()).status == 404);
    CHECK(other.post(path + "/dong-y", version).status == 404);
    CHECK(lead.post(path + "/dong-y", version).status == 403);
    auto partner = room.app.as(Role::agency_head, "SYT");
    CHECK(partner.get(room.division()).status == 404);
    CHECK(partner.post(room.division(), room.form()).status == 404);
    CHECK(partner.post(path + "/rut", version).status == 403);
    CHECK(partner.post(path + "/de-nghi", version).status == 403);
    CHECK(partner.post_without_token(path + "/dong-y", version).status == 403);
    CHECK(room.parts().empty());
    CHECK(lead.post(path + "/rut", {{"version", "1"}, {"note", "Tự làm"}}).status == 303);
    CHECK(has(officer.get(path), "Tự làm"));
}

TEST_CASE("the lead nudges who is late with an agreed part, once a day, on the page of all parts")
{
    Room room;
    auto lead = room.app.as(Role::agency_head, "SNV");
    auto partner = room.app.as(Role::agency_head, "SYT");
    auto soon = room.form();
    soon.back().second = "20/03/2026";
    REQUIRE(lead.post(room.division(), soon).status == 303);
    const auto path = "/phan-viec/" + room.proposals().front().code;
    CHECK_FALSE(has(lead.get(room.division()), "Phần việc quá hạn hoặc sắp đến hạn"));
    REQUIRE(partner.post(path + "/dong-y", {{"version", "1"}}).status == 303);
    CHECK(has(lead.get(room.division()), "Phần việc quá hạn hoặc sắp đến hạn"));
    CHECK(partner.post(room.division() + "/nhac", {{"agency", "SYT"}}).status == 404);
    CHECK(lead.post(room.division() + "/nhac", {{"agency", "SYT"}}).status == 303);
    CHECK(lead.post(room.division() + "/nhac", {{"agency", "SYT"}}).status == 409);
}

}  // namespace caicach::obligation
