#include <doctest/doctest.h>

#include "base/file.hpp"
#include "channel/print/batch.hpp"
#include "channel/print/design_store.hpp"
#include "document/archive.hpp"
#include "evidence/api.hpp"
#include "support/app.hpp"

namespace caicach::channel
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

bool says(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

struct Studio {
    App app;
    Visitor officer{app.as(Role::agency_officer, "SYT")};
    Visitor head{app.as(Role::agency_head, "SYT")};
    Visitor reader{app.nobody()};

    static Fields words(const std::string& title)
    {
        return {{"agency", "SYT"},      {"shape", "ap-phich-a4"}, {"palette", "lam"},
                {"title", title},       {"kind", "steps"},        {"body", "Đăng nhập: VNeID\nGửi"},
                {"address", "/tin-bai"}};
    }
    std::string begun()
    {
        const auto answer = officer.post("/soan-do-hoa", words("Khai sinh tại nhà"));
        REQUIRE(answer.status == 303);
        return std::string(answer.header("location"));
    }
    Design design(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(DesignStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    http::Response send(Visitor& who, const std::string& path, std::string_view below,
                        Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(design(path).version));
        return who.post(path + "/" + std::string(below), fields);
    }
    Batch batch(const std::string& path)
    {
        const auto id = design(path).id;
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return *MUST(BatchStore{transaction}.of_design(id));
    }
    std::vector<evidence::RecordedFact> facts(const Design& one)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(evidence::facts_of_object(transaction, "channel", one.id.value));
    }
};

}  // namespace

TEST_CASE("a design goes from its officer by somebody else to everybody, and proves itself")
{
    Studio studio;
    const auto path = studio.begun();
    CHECK(says(studio.officer.get(path + "/xem-truoc.svg"), "<svg"));
    CHECK(studio.officer.get(path + "/in.pdf").text().starts_with("%PDF"));
    CHECK(studio.send(studio.officer, path, "gui").status == 303);
    CHECK(studio.send(studio.officer, path, "duyet").status == 403);
    CHECK(says(studio.head.get("/soan-do-hoa/cho-duyet"), "Khai sinh tại nhà"));
    CHECK(studio.send(studio.head, path, "duyet").status == 303);
    const auto design = studio.design(path);
    CHECK(design.slug == "khai-sinh-tai-nha");
    const auto seen = studio.reader.get("/do-hoa/" + design.slug);
    CHECK(says(seen, "Nội dung bằng chữ"));
    CHECK(says(seen, "Đăng nhập: VNeID"));
    CHECK(says(studio.reader.get("/do-hoa"), "Khai sinh tại nhà"));
    CHECK(says(studio.reader.get("/do-hoa/" + design.slug + "/do-hoa.svg"), "<svg"));
    CHECK(studio.reader.get("/do-hoa/" + design.slug + "/do-hoa.svg?mat=2").status == 404);
    const auto facts = studio.facts(design);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].kind == "channel.infographic_published");
    CHECK(studio.send(studio.head, path, "go", {{"reason", "Quy định mới"}}).status == 303);
    CHECK(says(studio.reader.get("/do-hoa/" + design.slug), "Quy định mới"));
    CHECK(studio.reader.get("/do-hoa/" + design.slug + "/do-hoa.svg").status == 404);
}

TEST_CASE("what does not fit comes back filled in; others neither see nor change it")
{
    Studio studio;
    std::string title = "Tiêu đề";
    for (int i = 0; i < 9; ++i) title += " nghiêngg";
    auto words = Studio::words(title);
    for (auto& [name, value] : words)
        if (name == "body")
            for (int i = 0; i < 10; ++i) value += "\nBước: " + std::string(160, 'm');
    const auto refused = studio.officer.post("/soan-do-hoa", words);
    CHECK(refused.status == 413);
    CHECK(says(refused, title));
    CHECK(says(refused, "in được khoảng"));
    const auto path = studio.begun();
    auto other = studio.app.as(Role::agency_head, "STP");
    CHECK(other.get(path).status == 403);
    CHECK(other.get(path + "/in.pdf").status == 403);
    CHECK(studio.send(other, path, "gui").status == 403);
    CHECK(studio.reader.get(path).status != 200);
    auto wrong = Studio::words("Mã");
    wrong.back().second = "javascript:alert(1)";
    CHECK(studio.send(studio.officer, path, "noi-dung", wrong).status == 422);
    CHECK(studio.design(path).text.wording.title == "Khai sinh tại nhà");
}

TEST_CASE("copies handed out are a fact of who handed them out, not of the future")
{
    Studio studio;
    const auto path = studio.begun();
    REQUIRE(studio.send(studio.officer, path, "gui").status == 303);
    REQUIRE(studio.send(studio.head, path, "duyet").status == 303);
    const auto design = studio.design(path);
    const auto there = "/do-hoa/" + design.slug + "/da-phat";
    auto other = studio.app.as(Role::agency_officer, "STP");
    const auto told = [&](std::string_view agency, std::string_view copies, std::string_view day) {
        return other
            .post(there, {{"agency", std::string(agency)},
                          {"copies", std::string(copies)},
                          {"day", std::string(day)},
                          {"place", "Hội nghị thôn"}})
            .status;
    };
    CHECK(told("STP", "0", "14/03/2026") == 422);
    CHECK(told("STP", "500", "14/03/2030") == 422);
    CHECK(told("SYT", "500", "14/03/2026") == 403);
    CHECK(studio.facts(design).size() == 1);
    CHECK(told("STP", "500", "14/03/2026") == 303);
    const auto facts = studio.facts(design);
    REQUIRE(facts.size() == 2);
    CHECK((facts[0].quantity == 500 || facts[1].quantity == 500));
}

TEST_CASE("a published design is drawn for every agency of a group, each with its own name")
{
    Studio studio;
    const auto path = studio.begun();
    const Fields communes{{"group", "commune_committees"}};
    CHECK(studio.officer.post(path + "/bo-in", communes).status == 409);
    REQUIRE(studio.send(studio.officer, path, "gui").status == 303);
    REQUIRE(studio.send(studio.head, path, "duyet").status == 303);
    CHECK(studio.officer.get(path + "/bo-in.zip").status == 404);
    CHECK(says(studio.officer.post(path + "/bo-in", {{"group", "khong-co"}}),
               "Hãy chọn một nhóm có danh sách"));
    REQUIRE(studio.officer.post(path + "/bo-in", communes).status == 303);
    CHECK(studio.officer.post(path + "/bo-in", communes).status == 409);
    CHECK(says(studio.officer.get(path), "Vẽ bộ in"));
    studio.app.run_jobs();

    auto context = studio.app.system_context();
    auto transaction = MUST(context.read());
    const auto group = MUST(organisation::group_by_key(transaction, "commune_committees"));
    const auto members =
        MUST(organisation::members(transaction, group.id, context.today())).agencies;
    const auto batch = MUST(BatchStore{transaction}.of_design(studio.design(path).id));
    REQUIRE(batch);
    CHECK(batch->state == BatchState::ready);
    CHECK(batch->left_out == 0);
    CHECK(batch->sheets == static_cast<std::int64_t>(members.size()));
    const auto file = MUST(attachment::find(transaction, batch->file));
    const auto bytes = MUST(read_file(MUST(attachment::open_path(context, file.sha256))));
    const auto archive = MUST(document::Archive::open(bytes));
    for (const auto& one : members) {
        const auto sheet = MUST(archive.part(one.slug + ".pdf"));
        CHECK(sheet.starts_with("%PDF"));
    }
    CHECK(says(studio.officer.get(path), "Tải trọn bộ in (ZIP)"));
    CHECK(studio.officer.get(path + "/bo-in.zip").type == "application/zip");
}

TEST_CASE("another set takes the place of the first, and goes with the design")
{
    Studio studio;
    const auto path = studio.begun();
    REQUIRE(studio.send(studio.officer, path, "gui").status == 303);
    REQUIRE(studio.send(studio.head, path, "duyet").status == 303);
    REQUIRE(studio.officer.post(path + "/bo-in", {{"group", "departments"}}).status == 303);
    studio.app.run_jobs();
    const auto first = studio.batch(path);
    REQUIRE(studio.officer.post(path + "/bo-in", {{"group", "commune_committees"}}).status == 303);
    studio.app.run_jobs();
    const auto second = studio.batch(path);
    CHECK(first.id != second.id);
    CHECK(first.file != second.file);
    CHECK(second.state == BatchState::ready);
    REQUIRE(studio.send(studio.head, path, "go", {{"reason", "Đổi quy trình"}}).status == 303);
    CHECK(studio.officer.get(path + "/bo-in.zip").status == 404);
}

}  // namespace caicach::channel
