#include <doctest/doctest.h>

#include <string>

#include "crypto/crypto.hpp"
#include "document/archive.hpp"
#include "document/reader.hpp"
#include "document/records.hpp"
#include "outgoing/testing.hpp"
#include "report/paper/paper_documents.hpp"
#include "report/report_store.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

bool has_line(const http::Response& file, std::string_view wanted)
{
    const auto source = MUST(document::read_bytes(file.text(), "a.docx"));
    for (const auto& line : source.lines)
        if (line.text.find(wanted) != std::string::npos) return true;
    return false;
}

/// What stands between two marks, behind the first of them.
std::string between(const http::Response& page, std::string_view before, std::string_view after)
{
    const auto& text = page.text();
    const auto begin = text.find(before);
    REQUIRE(begin != std::string::npos);
    const auto from = begin + before.size();
    return std::string{text.substr(from, text.find(after, from) - from)};
}

/// A report that SYT sends to SNV, with its people.
struct Office {
    App app{};
    Visitor head{app.as(Role::agency_head, "SYT")};
    Visitor officer{app.as(Role::agency_officer, "SYT")};
    Visitor checker{app.as(Role::agency_officer, "SNV")};
    std::string path{};
    std::string signer{};

    Office()
    {
        auto context = app.system_context();
        auto form = testing::form_of(context, "SNV");
        path = "/bao-cao/" + testing::report_of(context, form, "SYT").code;
        static_cast<void>(outgoing::testing::series_of_agency(context, "SYT"));
        signer = std::to_string(outgoing::testing::signer_of_agency(context, "SYT").value);
    }
    /// What an officer types, cell by cell.
    void write(const Fields& cells)
    {
        for (const auto& [cell, value] : cells)
            REQUIRE(
                officer
                    .post(path + "/o?phan=so_lieu", {{"o-" + cell + "-0", value},
                                                     {"base", R"([["o-)" + cell + R"(-0",""]])"}})
                    .status < 400);
    }
    void send() { REQUIRE(head.post(path + "/gui", {{"khong_mat", "1"}}).status == 303); }
    std::string document()
    {
        const auto answer = officer.post(path + "/van-ban", {{"nguoi_ky", signer}});
        REQUIRE(answer.status == 303);
        return std::string(answer.header("location"));
    }
};

}  // namespace

TEST_CASE("a report that is sent becomes a document, written anew while it is a draft")
{
    Office office;
    CHECK(office.officer.post(office.path + "/van-ban", {}).status == 409);  // nothing is sent
    office.send();
    CHECK(office.checker.post(office.path + "/van-ban", {}).status == 403);  // another's document
    CHECK(has(office.officer.get(office.path), "Lập văn bản"));
    const auto path = office.document();
    CHECK(office.document() == path);  // the same draft again
    const auto draft = office.officer.get(path);
    CHECK(has(draft, "Kính gửi"));
    CHECK(has(draft, "I. SỐ LIỆU"));
    CHECK(has(office.officer.get(office.path), "Lập lại dự thảo"));
    CHECK(has(office.officer.get(office.path), "lần gửi mới nhất"));
    CHECK_FALSE(has(office.checker.get(office.path), "Dự thảo, chưa có số"));

    REQUIRE(office.officer.post(path + "/cap-so", {{"version", "2"}}).status == 303);
    const auto numbered = office.officer.get(office.path);
    CHECK(has(numbered, "01/BC-SYT"));
    CHECK_FALSE(has(numbered, "Lập văn bản"));
    const auto again = office.officer.post(office.path + "/van-ban", {});
    CHECK(again.status == 409);
    CHECK(has(again, "Báo cáo đã có văn bản số 01/BC-SYT"));

    // What takes its place is written from the report again.
    const auto replacing = office.officer.post(path + "/thay-the", {{"version", "3"}});
    REQUIRE(replacing.status == 303);
    CHECK(office.document() == std::string(replacing.header("location")));
}

TEST_CASE("a document leads back to its report those who may see the report, and nobody else")
{
    Office office;
    office.send();
    const auto path = office.document();
    const auto link = "href=\"" + office.path + "\"";
    const auto draft = office.officer.get(path);
    CHECK(has(draft, "Lập từ"));
    CHECK(has(draft, link));
    CHECK(has(draft, ", lần gửi 1</a>"));
    // It goes to Sở Nội vụ, who collects, and to Sở Tài chính, whose matter the report is not.
    REQUIRE(office.officer
                .post(path + "/noi-dung", {{"version", "1"},
                                           {"subject", "Báo cáo thử"},
                                           {"addressees", "Sở Nội vụ"},
                                           {"recipients", "Sở Tài chính\nLưu: VT"},
                                           {"signer", office.signer}})
                .status == 303);
    REQUIRE(office.officer.post(path + "/cap-so", {{"version", "2"}}).status == 303);
    REQUIRE(office.officer.post(path + "/gui", {{"version", "3"}}).status == 303);
    CHECK(has(office.officer.get(path), link));
    CHECK(has(office.checker.get(path), link));
    const auto reached = office.app.as(Role::agency_head, "STC").get(path);
    CHECK(reached.status == 200);
    CHECK_FALSE(has(reached, "Lập từ"));
    CHECK_FALSE(has(reached, link));
}

TEST_CASE("files of a report say what was sent, and until then what stands")
{
    Office office;
    CHECK(has_line(office.officer.get(office.path + "/bao-cao.docx"), "I. SỐ LIỆU"));
    CHECK(has(office.officer.get(office.path), "href=\"" + office.path + "/bao-cao.docx\""));
    CHECK(office.officer.get(office.path + "/bao-cao.json").status == 404);
    office.write({{"ho_so", "1.200"}});
    CHECK(has_line(office.officer.get(office.path + "/bao-cao.docx"), "Hồ sơ: 1.200 hồ sơ"));
    office.send();
    for (auto* visitor : {&office.officer, &office.checker}) {
        CHECK(has_line(visitor->get(office.path + "/bao-cao.docx"), "Hồ sơ: 1.200 hồ sơ"));
        CHECK(visitor->get(office.path + "/bao-cao.pdf").text().starts_with("%PDF-"));
        CHECK(has(visitor->get(office.path + "/bao-cao.json"), "\"value\":\"1200\""));
        const auto sheet = visitor->get(office.path + "/bao-cao.xlsx");
        const auto rows = MUST(document::read_records(sheet.text()));
        const auto row =
            std::ranges::find_if(rows, [](const auto& one) { return one.cells.at(1) == "ho_so"; });
        REQUIRE(row != rows.end());
        CHECK(row->cells.at(5) == "1200");
    }
    auto stranger = office.app.as(Role::agency_officer, "STC");
    for (const auto* ending : {"docx", "pdf", "json", "xlsx"})
        CHECK(stranger.get(office.path + "/bao-cao." + ending).status == 403);
}

TEST_CASE("an office's own template for a form is filled with what reports by it say")
{
    Office office;
    office.write({{"ho_so", "1.200"}});
    office.send();
    const auto document = office.document();
    const auto file = MUST(document::write_docx(
        {.issuer = "Sở Y tế",
         .body = {
             document::official_paragraph("Kỳ ((ky)): ((so_ho_so)) hồ sơ"),
             document::official_paragraph("((neu:co_vuong_mac))có vướng mắc((het:co_vuong_mac))"),
             document::official_paragraph("Hết")}}));
    const auto page = office.head.get("/mau-van-ban");
    const auto kind = between(page, "value=\"bao_cao/report.thu_", "\"");
    const auto send = [&](const std::string& chosen) {
        return office.head.upload("/mau-van-ban", "file", "mẫu.docx", file,
                                  {{"agency", "SYT"}, {"kind", chosen}, {"name", "Mẫu quý"}});
    };
    CHECK(send("bao_cao").status == 422);  // no other document has such numbers
    CHECK(send("thong_bao/report.thu_" + kind).status == 422);
    CHECK(has(office.head.get("/mau-van-ban/truong?dung-cho=report.thu_" + kind), "((so_ho_so))"));
    const auto kept = send("bao_cao/report.thu_" + kind);
    REQUIRE(kept.status == 303);
    const auto path = std::string(kept.header("location"));
    CHECK(has_line(office.head.get(path + "/thu.docx"), "hồ sơ"));
    REQUIRE(office.head.post(path + "/dung", {{"version", "1"}}).status == 303);
    CHECK(has(office.officer.get(document), "theo-mau.docx"));
    const auto filled = office.officer.get(document + "/theo-mau.docx");
    CHECK(has_line(filled, ": 1.200 hồ sơ"));
    CHECK_FALSE(has_line(filled, "có vướng mắc"));
    // Documents that were not made of such a report have nothing of it.
    auto context = office.app.system_context();
    const auto other = outgoing::testing::draft_of_agency(context, "SYT");
    CHECK(office.officer.get("/van-ban-di/" + other.code + "/theo-mau.docx").status == 404);
}

TEST_CASE("a package holds what was sent, its numbers as a sheet, and the paper")
{
    Office office;
    office.write({{"ho_so", "15"}});
    office.send();
    const auto path = office.document();
    REQUIRE(office.officer.post(path + "/cap-so", {{"version", "1"}}).status == 303);
    const auto package = office.officer.get(path + "/goi.zip");
    REQUIRE(package.status == 200);
    const auto archive = MUST(document::Archive::open(package.text()));
    const auto frozen = MUST(archive.part("bao-cao.json"));
    CHECK(frozen == office.officer.get(office.path + "/bao-cao.json").text());
    const auto sheet = MUST(archive.part("bao-cao.xlsx"));
    CHECK(MUST(document::read_records(sheet)).size() > 4);
    CHECK(MUST(archive.part("van-ban.pdf")).starts_with("%PDF-"));
    CHECK(archive.part("van-ban.docx").has_value());
    CHECK(archive.part("manifest.json").has_value());
}

}  // namespace caicach::report
